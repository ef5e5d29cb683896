package org.whitelane.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class RealYears {

    private RealYears() {}

    static List<CalendarYear> from2022To2026() {
        var lines = lines();
        return IntStream.rangeClosed(2022, 2026)
                .mapToObj(
                        year ->
                                new CalendarYear(
                                        year, days(lines, "H " + year), days(lines, "W " + year)))
                .toList();
    }

    private static Set<LocalDate> days(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> LocalDate.parse(line.substring(2)))
                .collect(Collectors.toSet());
    }

    private static List<String> lines() {
        try (var file = RealYears.class.getResourceAsStream("/cn-working-days.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
