package org.whitelane.localstack;

import org.whitelane.localstack.jvm.JavaProgram;
import org.whitelane.localstack.jvm.StartCache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own. */
final class JvmRunner implements Runner {

    private final JavaProgram program;
    private final Map<String, String> environment;
    private final Path log;
    private final Probe probe;
    private final StartCache cache;
    private volatile long logBefore;

    JvmRunner(
            JavaProgram program,
            Map<String, String> environment,
            Path log,
            Probe probe,
            StartCache cache) {
        this.program = program;
        this.environment = environment;
        this.log = log;
        this.probe = probe;
        this.cache = cache;
    }

    @Override
    public Process start() throws IOException {
        probe.reset();
        logBefore = log.toFile().length();
        // A session of its own: a Ctrl-C in the terminal reaches the launcher alone, which stops
        // all in order.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(program.command(cache.options()));
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
    public void up(Process run) {
        cache.check(run.pid(), StartCache.printedSince(log, logBefore));
    }

    @Override
    public boolean canDoWithLess() {
        return cache.withhold();
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
