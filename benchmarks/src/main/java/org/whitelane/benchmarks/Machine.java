package org.whitelane.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when a figure was taken: without it the figure says little.
 *
 * @param load what the system says of the last 1, 5 and 15 minutes
 */
record Machine(String date, int processors, String model, String jdk, String load) {

    static Machine now() throws IOException {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Runtime.getRuntime().availableProcessors(),
                processorModel(),
                System.getProperty("java.vm.version", ""),
                Files.readString(Path.of("/proc/loadavg"))
                        .replaceAll("^(\\S+ \\S+ \\S+).*\\s*", "$1"));
    }

    private static String processorModel() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceAll(".*:\\s*", ""))
                    .findFirst()
                    .orElse("unknown");
        }
    }

    @Override
    public String toString() {
        return "%s, %d x %s, JDK %s, load average %s".formatted(date, processors, model, jdk, load);
    }
}
