package org.whitelane.system;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One run of {@code deploy/run} on a data directory of its own, as a user would start it. */
public final class Suite implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path dataDirectory;
    private final @Nullable Process launcher;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    private Suite(Path dataDirectory, @Nullable Process launcher) {
        this.dataDirectory = dataDirectory;
        this.launcher = launcher;
        if (launcher != null) {
            Thread.ofVirtual().start(() -> copyOutput(launcher));
        }
    }

    private static Process launch(
            Path dataDirectory, int portBase, Map<String, String> environment, List<String> options)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of("..", "deploy", "run").toString());
        command.addAll(List.of("--data-dir", dataDirectory.toString()));
        command.addAll(List.of("--port-base", Integer.toString(portBase)));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** One that somebody has started and will stop. */
    static Suite running(Path dataDirectory) {
        return new Suite(dataDirectory, null);
    }

    public static Suite start(Path dataDirectory, int portBase, String... options) {
        return start(dataDirectory, portBase, Map.of(), options);
    }

    /** After the shared one has ended: two side by side would only make each other slow. */
    public static Suite start(
            Path dataDirectory, int portBase, Map<String, String> environment, String... options) {
        SharedSuite.end();
        return startOnly(dataDirectory, portBase, environment, options);
    }

    static Suite startOnly(
            Path dataDirectory, int portBase, Map<String, String> environment, String... options) {
        try {
            return new Suite(
                    dataDirectory, launch(dataDirectory, portBase, environment, List.of(options)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyOutput(Process launcher) {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines()
                    .forEach(
                            line -> {
                                output.add(line);
                                System.out.println(line);
                            });
        } catch (UncheckedIOException | IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        }
    }

    public String output() {
        return String.join("\n", output);
    }

    int awaitExit() throws InterruptedException {
        var launcher = Objects.requireNonNull(this.launcher);
        if (!launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("deploy/run did not end:\n" + output());
        }
        return launcher.exitValue();
    }

    /** Waits until the story is over and the suite stays up. */
    public Suite awaitUp() {
        var launcher = Objects.requireNonNull(this.launcher);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> output().contains("Ctrl-C") || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new IllegalStateException("deploy/run ended early:\n" + output());
        }
        return this;
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + port("gateway"));
    }

    /** One service's own port, past the gateway, as it can be reached on this machine only. */
    public URI service(String name) {
        return URI.create("http://127.0.0.1:" + port(name));
    }

    /** What a part has printed so far. */
    public String log(String name) {
        try {
            return Files.readString(Path.of(process(name).path("log").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI inbox() {
        return URI.create("http://127.0.0.1:" + port("inbox"));
    }

    private int port(String name) {
        return ports.computeIfAbsent(name, n -> process(n).path("port").asInt());
    }

    /**
     * The process id of a part, from the file that the launcher keeps up to date; 0 while it is
     * down.
     */
    public long pid(String name) {
        return process(name).path("pid").asLong(0);
    }

    private JsonNode process(String name) {
        try {
            var file = dataDirectory.resolve("run").resolve("processes.json");
            for (var entry : JSON.readTree(Files.readAllBytes(file))) {
                if (entry.path("name").asString("").equals(name)) {
                    return entry;
                }
            }
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (launcher == null) {
            return;
        }
        launcher.destroy();
        if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }
}
