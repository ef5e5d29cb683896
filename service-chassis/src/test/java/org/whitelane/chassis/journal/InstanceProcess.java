package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An instance in a JVM of its own, to be killed and frozen. */
record InstanceProcess(Process process, Path log) implements AutoCloseable {

    /**
     * @param writers threads that save events until the end
     * @param pause milliseconds between two events of a writer
     */
    static InstanceProcess start(Map<String, String> properties, int writers, int pause) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(
                List.of("-Duser.timezone=UTC", "-cp", System.getProperty("java.class.path")));
        command.add(JournalTestApplication.class.getName());
        command.addAll(List.of("--writers=" + writers, "--pause=" + pause));
        try {
            var log = Files.createTempFile("journal-instance-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            builder.environment()
                    .put(
                            "SPRING_APPLICATION_JSON",
                            JsonMapper.shared().writeValueAsString(properties));
            return new InstanceProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !process.isAlive() || output().contains("INSTANCE READY"));
        assertThat(process.isAlive()).as(output()).isTrue();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
        Awaitility.await().until(() -> !process.isAlive());
    }

    void freeze() {
        signal("-STOP");
    }

    void revive() {
        signal("-CONT");
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(pid())).start().waitFor();
            assertThat(code).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
