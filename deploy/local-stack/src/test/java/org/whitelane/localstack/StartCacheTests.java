package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.localstack.jvm.Folders;
import org.whitelane.localstack.jvm.JavaProgram;
import org.whitelane.localstack.jvm.StartCaches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

/** Each start is a real JVM, and each cache one that a real JVM made. */
class StartCacheTests {

    private static final String PROGRAM = "/org/whitelane/localstack/jvm/Talker";

    @TempDir Path dir;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, UTF_8));
    private final List<Part> parts = new ArrayList<>();
    private Path jar;
    private Path library;

    @BeforeEach
    void packTheProgram() throws IOException {
        jar = dir.resolve("talker.jar");
        library = dir.resolve("word.jar");
        pack(library, new Manifest(), "$Word");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.MAIN_CLASS, PROGRAM.substring(1).replace('/', '.'));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "word.jar");
        pack(jar, manifest, "");
    }

    @AfterEach
    void stop() {
        parts.forEach(Part::stop);
    }

    @Test
    void isMadeByTheFirstStartAndUsedByTheSecond() throws IOException {
        var first = new Launch();
        assertThat(first.report()).contains("none yet for 1 of 1");
        assertThat(first.mapsACache()).isFalse();
        assertThat(first.caches.training().now())
                .singleElement()
                .asString()
                .contains("made for talker");

        var second = new Launch();
        assertThat(second.report()).contains("used by all 1");
        assertThat(second.mapsACache()).isTrue();
        assertThat(second.caches.training().isNeeded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isReplacedWhenItIsDamaged(Damage damage) throws IOException {
        new Launch().caches.training().now();
        damage.doTo(cacheFile());

        var fallenBack = new Launch();
        assertThat(fallenBack.report()).contains("not used by talker (" + damage.reason);
        assertThat(fallenBack.mapsACache()).isFalse();
        fallenBack.caches.training().now();
        assertThat(new Launch().report()).contains("used by all 1");
    }

    @Test
    void isReplacedWhenAJarHasChanged() throws IOException {
        new Launch().caches.training().now();
        Path outdated = cacheFile();
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_600_000_000_000L));

        var fallenBack = new Launch();
        assertThat(fallenBack.report()).contains("not used by talker (word.jar changed)");
        fallenBack.caches.training().now();
        assertThat(outdated).doesNotExist();
        assertThat(new Launch().report()).contains("used by all 1");
    }

    @Test
    void isMadeAnewWhenItsFolderIsGone() throws IOException {
        new Launch().caches.training().now();
        Folders.delete(dir.resolve("caches"));
        var again = new Launch();
        assertThat(again.report()).contains("none yet");
        again.caches.training().now();
        assertThat(cacheFile()).exists();
    }

    @Test
    void isLeftOutWhenTheJvmDoesNotStartWithIt() throws IOException {
        new Launch().caches.training().now();
        // the JVM refuses to start with this option and a cache
        var fallenBack = new Launch(Map.of("JAVA_TOOL_OPTIONS", "-Xshare:auto"));
        assertThat(fallenBack.report()).contains("not used by talker (the start with it failed)");
        assertThat(printed.toString(UTF_8)).contains("✓ talker");
    }

    @Test
    void isKeptWhenTheProgramFailsWithAndWithoutIt() throws IOException {
        new Launch().caches.training().now();
        var broken = Map.of("JAVA_TOOL_OPTIONS", "-XX:+NoSuchOption");
        assertThat(catchThrowable(() -> new Launch(broken))).isInstanceOf(Options.Unusable.class);
        assertThat(new Launch().report()).contains("used by all 1");
    }

    @Test
    void appearsOnlyWhole() throws Exception {
        var launch = new Launch();
        var training = launch.caches.training();
        var running = CompletableFuture.supplyAsync(training::inBackground);
        await().atMost(Duration.ofMinutes(2)).until(() -> !drafts().isEmpty() || running.isDone());
        training.stop();
        running.join();
        assertThat(drafts()).isEmpty();
        // unless the JVM was faster than our stop
        if (launch.caches.training().isNeeded()) {
            assertThat(new Launch().report()).contains("none yet");
        }

        Path leftOver = Files.createDirectories(dir.resolve("caches/making-by-a-killed-launcher"));
        new Launch().caches.training().now();
        assertThat(leftOver).doesNotExist();
        assertThat(new Launch().report()).contains("used by all 1");
    }

    @Test
    void saysWhyNoneCouldBeMade() throws IOException {
        var launch = new Launch();
        Files.delete(dir.resolve("classes/talker.lst"));
        assertThat(launch.caches.training().now())
                .containsExactly("Start caches: none made for talker: no classes were noted down");
        assertThat(drafts()).isEmpty();
    }

    private List<Path> drafts() throws IOException {
        try (var folders = Files.newDirectoryStream(dir.resolve("caches"), "making-*")) {
            return StreamSupport.stream(folders.spliterator(), false).toList();
        }
    }

    private Path cacheFile() throws IOException {
        try (var files = Files.walk(dir.resolve("caches"))) {
            return files.filter(file -> file.endsWith("cache.aot")).findFirst().orElseThrow();
        }
    }

    private static void pack(Path jar, Manifest manifest, String nested) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = StartCacheTests.class.getResourceAsStream(PROGRAM + nested + ".class")) {
            out.putNextEntry(new ZipEntry(PROGRAM.substring(1) + nested + ".class"));
            in.transferTo(out);
        }
    }

    /** How a file goes bad, and what is said of it. */
    enum Damage {
        FLIPPED_BITS("Checksum verification failed.") {
            @Override
            void doTo(Path file) throws IOException {
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.seek(bytes.length() / 2);
                    int old = bytes.read();
                    bytes.seek(bytes.length() / 2);
                    bytes.write(~old);
                }
            }
        },
        CUT_OFF("The AOT cache has been truncated.") {
            @Override
            void doTo(Path file) throws IOException {
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(bytes.length() / 2);
                }
            }
        },
        EMPTY("Unable to read generic CDS file map header from AOT cache") {
            @Override
            void doTo(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        OVERWRITTEN("The AOT cache has a bad magic number") {
            @Override
            void doTo(Path file) throws IOException {
                Files.writeString(file, "not a cache ".repeat(1_000_000));
            }
        };

        final String reason;

        Damage(String reason) {
            this.reason = reason;
        }

        abstract void doTo(Path file) throws IOException;
    }

    /** What one deploy/run does with one part. */
    private final class Launch {

        final StartCaches caches;
        private final Part part;

        Launch() throws IOException {
            this(Map.of());
        }

        Launch(Map<String, String> environment) throws IOException {
            parts.forEach(Part::stop);
            caches = new StartCaches(dir.resolve("caches"), dir.resolve("classes"));
            var program = JavaProgram.ofJar(jar);
            Path log = dir.resolve("talker.log");
            var runner =
                    new JvmRunner(
                            program,
                            environment,
                            log,
                            Probe.logLine(log, "up, says Talker"),
                            caches.of("talker", program));
            part = new Part("talker", 1, log, runner, console, () -> {});
            parts.add(part);
            part.start();
        }

        String report() {
            return caches.report();
        }

        boolean mapsACache() throws IOException {
            var status = part.status();
            long pid = status == null ? -1 : status.pid();
            return Files.readString(Path.of("/proc/" + pid + "/maps")).contains("cache.aot");
        }
    }
}
