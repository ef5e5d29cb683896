package org.whitelane.benchmarks;

import org.whitelane.localstack.jvm.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code bin/benchmark [start|latency|tracing|verify] [--short] [--entries=N]}. */
final class Benchmarks {

    private Benchmarks() {}

    private interface Benchmark {
        Report run(Path work) throws IOException, InterruptedException;
    }

    static void main(String[] args) throws Exception {
        var wanted = new ArrayList<>(List.of(args));
        boolean shortly = wanted.remove("--short");
        int entries = entries(wanted);
        if (!List.of("start", "latency", "tracing", "verify").containsAll(wanted)) {
            System.err.println(
                    "usage: bin/benchmark [start|latency|tracing|verify] [--short] [--entries=N]");
            System.exit(2);
        }
        Path home = Path.of(System.getProperty("whitelane.home", "")).toAbsolutePath();
        if (wanted.isEmpty() || wanted.contains("latency")) {
            var plan = shortly ? LatencyBenchmark.Plan.SHORT : LatencyBenchmark.Plan.FULL;
            run(home, work -> new LatencyBenchmark(plan).run(work));
        }
        if (wanted.isEmpty() || wanted.contains("start")) {
            run(home, work -> new StartBenchmark(home, shortly ? 2 : 5).run(work));
        }
        if (wanted.isEmpty() || wanted.contains("tracing")) {
            run(home, work -> new TracingBenchmark(home, shortly ? 4 : 8, 2000).run(work));
        }
        if (wanted.isEmpty() || wanted.contains("verify")) {
            run(home, work -> new VerifyBenchmark(entries, shortly ? 3 : 5).run(work));
        }
        // HTTP clients and pools of the parts may still hold threads
        System.exit(0);
    }

    /** Of the stream that is verified. */
    private static int entries(List<String> words) {
        var given = words.stream().filter(word -> word.startsWith("--entries=")).toList();
        words.removeAll(given);
        return given.isEmpty()
                ? 1_000_000
                : Integer.parseInt(given.getLast().substring("--entries=".length()));
    }

    private static void run(Path home, Benchmark benchmark)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("whitelane-benchmark-");
        var breakOff = new Thread(breakOff(Thread.currentThread()), "break-off");
        Runtime.getRuntime().addShutdownHook(breakOff);
        try {
            var before = Machine.now();
            var report = benchmark.run(work);
            var after = Machine.now();
            report.write(home.resolve("benchmarks/target/results"), before, after);
            System.out.println();
            System.out.println(report.markdown(before, after));
        } finally {
            Folders.delete(work);
            endsByItself(breakOff);
        }
    }

    /**
     * Some parts have a session of their own and hear no Ctrl-C: the one who started them stops
     * them.
     */
    private static Runnable breakOff(Thread benchmark) {
        return () -> {
            benchmark.interrupt();
            try {
                benchmark.join(Duration.ofSeconds(40));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void endsByItself(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException breakingOff) {
            // the hook waits for us to end
        }
    }
}
