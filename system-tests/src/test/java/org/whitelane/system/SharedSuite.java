package org.whitelane.system;

import org.jspecify.annotations.Nullable;
import org.whitelane.testing.TraceReceiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/**
 * One suite with its story played, for all tests that leave it as it is: half of their time was its
 * start. It ends when a test starts a suite of its own, so that no two are up at the same time, and
 * with the JVM; whoever asks after that gets another. Tests that use it come first, by their
 * {@code @Order} ({@code junit-platform.properties}).
 */
final class SharedSuite {

    /**
     * Names the data directory of a suite that is up already, for whoever writes a test and does
     * not want to wait for a start each time. Tests that need its environment to be ours then fail.
     */
    private static final String RUNNING = "whitelane.suite";

    /** One calendar reader beside the regulator of the demo. */
    private static final String READERS =
            """
            regulator = whitelane.registry.*, whitelane.approval.*, whitelane.whitelist.*
            planner = whitelane.registry.calendar.v1
            """;

    private static @Nullable SharedSuite current;

    private final TraceReceiver collector = new TraceReceiver();
    private final Suite suite;

    private SharedSuite() throws IOException {
        var running = System.getProperty(RUNNING);
        if (running != null) {
            suite = Suite.running(Path.of(running));
            return;
        }
        var data = Files.createTempDirectory("shared-suite");
        Files.writeString(data.resolve("readers.properties"), READERS);
        var environment = new HashMap<>(FairnessIT.LIMITS);
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
        suite = Suite.startOnly(data, PortRange.free(), environment).awaitUp();
        Runtime.getRuntime().addShutdownHook(new Thread(SharedSuite::end));
    }

    static synchronized SharedSuite get() throws IOException {
        var known = current;
        if (known == null) {
            known = new SharedSuite();
            current = known;
        }
        return known;
    }

    /** Its data stay, for who starts another suite on them. */
    static synchronized void end() {
        var known = current;
        current = null;
        if (known != null) {
            try {
                known.suite.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                known.collector.close();
            }
        }
    }

    Suite suite() {
        return suite;
    }

    TraceReceiver collector() {
        return collector;
    }
}
