package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/**
 * {@code docs/operations.md}, step by step as it stands there: the faults are made, the blocks are
 * typed into a terminal, and what the document promises must be printed.
 */
@Tag("slow")
class OperationsIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir Path data;

    @Test
    void everyStepOfTheRunbookWorks() throws Exception {
        var steps = Runbook.read(PROJECT.resolve("docs/operations.md"));
        assertThat(steps).hasSizeGreaterThan(20);
        int ports = PortRange.free();
        var suite = Suite.start(data, ports).awaitUp();
        var faults = new Faults(suite);
        var environment =
                Map.of(
                        "base", suite.gateway().toString(),
                        "data", data.toString(),
                        "JAVA_HOME", System.getProperty("java.home"));
        try (var shell = new Shell(PROJECT, environment)) {
            for (var step : steps) {
                switch (step) {
                    case Runbook.Step.Fault(var name) -> faults.make(name);
                    case Runbook.Step.Power(var name) when name.equals("stop") -> suite.close();
                    case Runbook.Step.Power _ -> {
                        suite = again(ports);
                        faults = faults.in(suite);
                    }
                    case Runbook.Step.Block block -> run(shell, block);
                }
            }
        } finally {
            suite.close();
        }
    }

    private Suite again(int ports) {
        return Suite.start(data, ports, "--no-story").awaitUp();
    }

    private static void run(Shell shell, Runbook.Step.Block block) throws Exception {
        long begun = System.nanoTime();
        var result = shell.run(block.script());
        System.out.printf(
                "--- %s (%d ms)%n%s%n",
                block.heading(), (System.nanoTime() - begun) / 1_000_000, result.output());
        assertThat(result.exitCode()).as(block + "\n" + result.output()).isZero();
        for (var line : block.expected()) {
            assertThat(result.output()).as(block.script()).containsPattern(Runbook.pattern(line));
        }
    }
}
