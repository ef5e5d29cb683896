package org.whitelane.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, tuned to start fast and stay small on two cores. */
record JvmRunner(List<String> arguments, Map<String, String> environment, Path log, Probe probe)
        implements Runner {

    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public Process start() throws IOException {
        probe.reset();
        // A session of its own: a Ctrl-C in the terminal reaches the launcher alone, which stops
        // all in order.
        List<String> command = new ArrayList<>(List.of("setsid", java()));
        command.addAll(FLAGS);
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    public boolean ready() {
        return probe.ready();
    }

    @Override
    public void stop(Process run) {
        run.destroy();
        try {
            if (!run.waitFor(20, TimeUnit.SECONDS)) {
                run.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.destroyForcibly();
        }
    }
}
