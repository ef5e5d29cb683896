package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class PartTests {

    @TempDir Path dir;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, UTF_8));
    private RunFolder run;
    private @Nullable Part part;

    @BeforeEach
    void openRunFolder() throws IOException {
        run = new RunFolder(dir.resolve("run"));
    }

    @AfterEach
    void stop() {
        if (part != null) {
            part.stop();
        }
    }

    @Test
    void startsAKilledProcessAgainAndNamesIt() throws Exception {
        var sleeper = started("sleeper", "echo up; exec sleep 600");
        long first = pid(sleeper);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofMinutes(3))
                .until(() -> sleeper.status() != null && pid(sleeper) != first);
        await().untilAsserted(
                        () ->
                                assertThat(printed.toString(UTF_8))
                                        .contains("sleeper ended with 137", "sleeper (again)"));
        assertThat(Files.readString(dir.resolve("run/processes.json")))
                .contains("\"pid\" : " + pid(sleeper));
    }

    @Test
    void leavesAStoppedProcessAlone() throws Exception {
        var sleeper = started("sleeper", "echo up; exec sleep 600");
        long first = pid(sleeper);
        sleeper.stop();
        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(sleeper.status()).isNull();
        assertThat(Files.readString(dir.resolve("run/processes.json"))).doesNotContain("pid");
        assertThat(printed.toString(UTF_8)).doesNotContain("ended with");
    }

    @Test
    void showsTheEndOfTheLogOfAProcessThatDoesNotComeUp() {
        assertThatThrownBy(() -> started("broken", "echo no such table; exit 3"))
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining("broken did not come up");
        assertThat(printed.toString(UTF_8)).contains("| no such table");
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws Exception {
        var sleeper = started("sleeper", "echo up; exec sleep 600");
        long pid = pid(sleeper);
        new RunFolder(dir.resolve("run")).stopLeftOvers(console);
        await().until(() -> pid(sleeper) != pid);
        assertThat(printed.toString(UTF_8)).contains("Stopping sleeper (process " + pid + ")");
    }

    @Test
    void doesNotEndAStrangerThatGotTheSameProcessId() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            run.write(
                    List.of(
                            new Part.Status(
                                    "sleeper", stranger.pid(), 1, "", "2026-01-01T00:00:00Z")));
            run.stopLeftOvers(console);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private Part started(String name, String script) {
        Path log = dir.resolve(name + ".log");
        var started =
                new Part(
                        name,
                        1,
                        log,
                        new Shell(script, log, Probe.logLine(log, "up")),
                        console,
                        this::note);
        part = started;
        started.start();
        return started;
    }

    private void note() {
        var status = part == null ? null : part.status();
        run.write(status == null ? List.of() : List.of(status));
    }

    private static long pid(Part part) {
        var status = part.status();
        return status == null ? -1 : status.pid();
    }

    private record Shell(String script, Path log, Probe probe) implements Runner {

        @Override
        public Process start() throws IOException {
            probe.reset();
            return new ProcessBuilder("sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        }

        @Override
        public boolean ready() {
            return probe.ready();
        }

        @Override
        public void stop(Process run) {
            run.destroyForcibly().onExit().join();
        }
    }
}
