package org.whitelane.localstack.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The AOT cache of one part. As long as there is none that fits, the part's JVM notes down the
 * classes that it loads, which is what a new one is made of.
 */
public final class StartCache {

    static final String CACHE = "cache.aot";
    static final String CLASSES = "classes.lst";
    static final String BINDING = "made-for.json";

    private static final Pattern COMPLAINT =
            Pattern.compile("\\[[^]]*]\\[(?:warning|error) *]\\[(?:aot|cds)[^]]*] (.*)");

    /** What the JVM says beside every reason. */
    private static final Set<String> PREAMBLES =
            Set.of(
                    "Unable to use AOT cache.",
                    "An error has occurred while processing the AOT cache. Run with -Xlog:aot for"
                            + " details.",
                    "Loading static archive failed.",
                    "Unable to map shared spaces");

    private final String part;
    private final JavaProgram program;
    private final Binding binding;
    private final Path folder;
    private final Path recording;
    private volatile boolean given;
    private volatile boolean withheld;
    private volatile @Nullable String obstacle;

    /**
     * @param folder where the cache lies, or will lie; nothing but a whole one ever lies there
     * @param recording where the JVM notes down its classes
     * @param obstacle why there is no cache that fits, null when there is one or never was
     */
    StartCache(
            String part,
            JavaProgram program,
            Binding binding,
            Path folder,
            Path recording,
            @Nullable String obstacle) {
        this.part = part;
        this.program = program;
        this.binding = binding;
        this.folder = folder;
        this.recording = recording;
        this.obstacle = obstacle;
    }

    /** For the next start of the part's JVM. */
    public List<String> options() {
        given = exists() && !withheld;
        // Without its checksum verified, a cache damaged on disk ends the JVM with a SIGSEGV.
        return given
                ? List.of("-XX:AOTCache=" + folder.resolve(CACHE), "-XX:+VerifySharedSpaces")
                : List.of("-XX:DumpLoadedClassList=" + recording);
    }

    /**
     * Finds out whether the JVM took the cache that it was given; it goes on without when it did
     * not.
     *
     * @param printed what the JVM has printed since its start
     */
    public void check(long pid, String printed) {
        if (withheld) {
            reject("the start with it failed");
        } else if (given && !isMapped(pid)) {
            reject(reason(printed));
        }
    }

    /**
     * Leaves the cache out of the next start, for a start with it that failed; tells whether it was
     * one. Whether the cache was to blame shows only when a start without it succeeds.
     */
    public boolean withhold() {
        withheld = given;
        return withheld;
    }

    String part() {
        return part;
    }

    JavaProgram program() {
        return program;
    }

    Binding binding() {
        return binding;
    }

    Path folder() {
        return folder;
    }

    Path recording() {
        return recording;
    }

    boolean isUsed() {
        return given;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    @Nullable String obstacle() {
        return obstacle;
    }

    /** The classes it was made of are kept: they are what the next one is made of. */
    private void reject(String reason) {
        given = false;
        withheld = false;
        obstacle = reason;
        try {
            Path kept = folder.resolve(CLASSES);
            if (Files.exists(kept)) {
                Files.move(kept, recording, StandardCopyOption.REPLACE_EXISTING);
            }
            Folders.delete(folder);
        } catch (IOException e) {
            obstacle = "%s; %s".formatted(reason, e.getMessage());
        }
    }

    private boolean isMapped(long pid) {
        try (var maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            String file = folder.resolve(CACHE).toString();
            return maps.anyMatch(line -> line.endsWith(file));
        } catch (IOException ended) {
            return false;
        }
    }

    static String reason(String printed) {
        return printed.lines()
                .map(COMPLAINT::matcher)
                .filter(complaint -> complaint.matches() && !PREAMBLES.contains(complaint.group(1)))
                .map(complaint -> complaint.group(1))
                .findFirst()
                .orElse("the JVM does not say why");
    }

    /** What was printed to the log since it had that many bytes. */
    public static String printedSince(Path log, long bytes) {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(bytes);
            // The JVM speaks of its cache before the program says anything.
            return new String(in.readNBytes(64 * 1024), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
