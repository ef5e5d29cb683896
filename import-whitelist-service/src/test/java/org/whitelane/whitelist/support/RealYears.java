package org.whitelane.whitelist.support;

import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The official calendars that the kernel is tested with. */
public final class RealYears {

    private static final Path FILE =
            Path.of("..", "shared-kernel", "src", "test", "resources", "cn-working-days.txt");

    private RealYears() {}

    public static WorkingDayCalendar from2022To2026() {
        var lines = lines();
        return WorkingDayCalendar.of(
                IntStream.rangeClosed(2022, 2026)
                        .mapToObj(
                                year ->
                                        new CalendarYear(
                                                year,
                                                days(lines, "H " + year),
                                                days(lines, "W " + year)))
                        .toList());
    }

    private static Set<LocalDate> days(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> LocalDate.parse(line.substring(2)))
                .collect(Collectors.toSet());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
