package org.whitelane.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Proportional set size of our processes: what they would give back, shared pages counted once.
 *
 * @param unreadable processes whose share the system did not tell
 */
record MemoryUse(long kibibytes, int processes, int unreadable) {

    /** This process and everything it started. */
    static MemoryUse measure() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .map(MemoryUse::of)
                .reduce(new MemoryUse(0, 0, 0), MemoryUse::plus);
    }

    private static MemoryUse of(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(file)) {
            long pss =
                    lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum();
            return new MemoryUse(pss, 1, 0);
        } catch (IOException | UncheckedIOException e) {
            return new MemoryUse(0, 1, 1);
        }
    }

    private MemoryUse plus(MemoryUse other) {
        return new MemoryUse(
                kibibytes + other.kibibytes,
                processes + other.processes,
                unreadable + other.unreadable);
    }

    @Override
    public String toString() {
        String missing = unreadable == 0 ? "" : ", %d of them unreadable".formatted(unreadable);
        return String.format(
                Locale.ROOT,
                "%.2f GiB proportional set size (%d processes, launcher included%s)",
                kibibytes / 1048576.0,
                processes,
                missing);
    }
}
