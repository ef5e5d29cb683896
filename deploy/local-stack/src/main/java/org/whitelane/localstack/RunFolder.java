package org.whitelane.localstack;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code <data>/run}: who runs on this data directory, for other programs and for the next
 * launcher.
 */
final class RunFolder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path dir;
    private final Path processes;
    private final Path ready;

    RunFolder(Path dir) throws IOException {
        this.dir = Files.createDirectories(dir);
        this.processes = dir.resolve("processes.json");
        this.ready = dir.resolve("ready");
    }

    /** Held until this JVM ends, however it ends. */
    @SuppressWarnings("resource") // the system closes it
    void lock() throws IOException {
        var channel =
                FileChannel.open(
                        dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new Options.Unusable(
                    "Another deploy/run uses "
                            + dir.getParent()
                            + ": stop it, or choose another --data-dir.");
        }
    }

    /**
     * Ends what a killed launcher left behind: a pid counts only with the very start that was noted
     * for it.
     */
    void stopLeftOvers(Console console) throws IOException {
        Files.deleteIfExists(ready);
        if (!Files.exists(processes)) {
            return;
        }
        for (var status : JSON.readValue(processes.toFile(), Part.Status[].class)) {
            var leftOver = ProcessHandle.of(status.pid()).filter(p -> isStartOf(p, status));
            // The database comes after its clients, and in the way that suits it.
            if (leftOver.isPresent() && !status.name().equals(Suite.POSTGRES)) {
                console.say(
                        "  Stopping %s (process %d) of an earlier run"
                                .formatted(status.name(), status.pid()));
                end(leftOver.get());
            }
        }
    }

    synchronized void write(List<Part.Status> statuses) {
        try {
            Path draft = dir.resolve("processes.json.tmp");
            Files.write(draft, JSON.writeValueAsBytes(statuses));
            Files.move(draft, processes, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For programs that wait for the suite. */
    void markReady() throws IOException {
        Files.writeString(ready, "");
    }

    void markDown() throws IOException {
        Files.deleteIfExists(ready);
    }

    /**
     * The system derives the instant from its uptime, so that it may differ a little from reading
     * to reading.
     */
    private static boolean isStartOf(ProcessHandle process, Part.Status status) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.parse(status.since())).abs())
                .filter(difference -> difference.compareTo(Duration.ofSeconds(2)) < 0)
                .isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
