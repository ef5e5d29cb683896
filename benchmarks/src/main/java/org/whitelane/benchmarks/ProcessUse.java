package org.whitelane.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process has used so far, as Linux counts it. */
final class ProcessUse {

    /** Linux reports in hundredths of a second on every architecture that a JDK runs on. */
    private static final int MILLIS_PER_TICK = 10;

    private ProcessUse() {}

    /** User and system time, of ended children too. */
    static long cpuMillis(ProcessHandle process) {
        return cpuMillis(read(process, "stat"));
    }

    /** A server that forks: with all that it has forked. */
    static long treeCpuMillis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessUse::cpuMillisIfAlive)
                .sum();
    }

    static long pssKibibytes(ProcessHandle process) {
        return read(process, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    /** The fields after the name, which may itself hold spaces and brackets. */
    static long cpuMillis(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    private static long cpuMillisIfAlive(ProcessHandle process) {
        try {
            return cpuMillis(process);
        } catch (UncheckedIOException ended) {
            return 0; // its parent counts it from now on
        }
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
