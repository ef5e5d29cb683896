package org.whitelane.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to verify an exported stream, beside a plain SHA-256 over the bytes of the same
 * file. Both are processes of their own with the JVM's defaults, start included, and take turns.
 */
final class VerifyBenchmark {

    private static final String VERIFIER = "org.whitelane.verify.WhitelaneVerify";

    private final int entries;
    private final int rounds;

    private record Sample(double seconds, double cpuSeconds) {}

    VerifyBenchmark(int entries, int rounds) {
        this.entries = entries;
        this.rounds = rounds;
    }

    Report run(Path work) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "verify: writing %,d entries ...%n", entries);
        var stream = ExportedStream.write(work, entries);
        var ours = new ArrayList<Sample>();
        var limit = new ArrayList<Sample>();
        verify(stream); // not counted: brings the file into memory
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                ours.add(verify(stream));
                limit.add(hash(stream));
            } else {
                limit.add(hash(stream));
                ours.add(verify(stream));
            }
        }
        return report(Files.size(stream.file()), ours, limit);
    }

    private Sample verify(ExportedStream stream) throws IOException, InterruptedException {
        return timed(
                List.of(
                        VERIFIER,
                        "check",
                        "--file",
                        stream.file().toString(),
                        "--key",
                        stream.key().toString(),
                        "--checkpoint",
                        stream.checkpoint().toString()),
                "complete and unaltered up to position " + entries);
    }

    private Sample hash(ExportedStream stream) throws IOException, InterruptedException {
        return timed(List.of(ShaLoop.class.getName(), stream.file().toString()), "");
    }

    private static Sample timed(List<String> program, String says)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path")));
        command.addAll(program);
        long cpu = ProcessUse.cpuMillis(ProcessHandle.current());
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        long end = System.nanoTime();
        if (code != 0 || !output.contains(says)) {
            throw new IllegalStateException("%s ended %d: %s".formatted(program, code, output));
        }
        // the time of ended children counts with their parent, which does nothing meanwhile
        long used = ProcessUse.cpuMillis(ProcessHandle.current()) - cpu;
        return new Sample((end - begin) / 1e9, used / 1e3);
    }

    private Report report(long bytes, List<Sample> ours, List<Sample> limit) {
        var speed = Ratios.between(seconds(limit), seconds(ours));
        var cpu = Ratios.between(cpu(limit), cpu(ours));
        var rows =
                List.of(
                        row("whitelane-verify", ours, speed.toString(), cpu.toString()),
                        row("SHA-256 over the file", limit, "1", "1"));
        return new Report(
                "verify",
                "%,d entries in a file of %,d MB; %d turns each; ratios are the limit's time by ours: 1 is as fast."
                        .formatted(entries, bytes >> 20, rounds),
                List.of("way", "entries/s", "s", "CPU s", "ratio of time", "ratio of CPU"),
                rows,
                List.of(ours, limit));
    }

    private List<String> row(String way, List<Sample> samples, String speed, String cpu) {
        double median = Ratios.of(seconds(samples)).median();
        return List.of(
                way,
                String.format(Locale.ROOT, "%,.0f", entries / median),
                String.format(Locale.ROOT, "%.2f", median),
                String.format(Locale.ROOT, "%.2f", Ratios.of(cpu(samples)).median()),
                speed,
                cpu);
    }

    private static List<Double> seconds(List<Sample> samples) {
        return samples.stream().map(Sample::seconds).toList();
    }

    private static List<Double> cpu(List<Sample> samples) {
        return samples.stream().map(Sample::cpuSeconds).toList();
    }
}
