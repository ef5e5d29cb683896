package org.whitelane.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts working days in mainland China (Administrative Licensing Law Art. 82): weekends, statutory
 * holidays and make-up working days. In a year that is not loaded it counts plain weekdays and says
 * so.
 */
public final class WorkingDayCalendar {

    /** No legal period comes near; a bound keeps a caller's number from keeping us busy. */
    public static final int LONGEST_PERIOD = 2_000;

    private final Map<Integer, CalendarYear> years;

    private WorkingDayCalendar(Map<Integer, CalendarYear> years) {
        this.years = years;
    }

    public static WorkingDayCalendar of(Collection<CalendarYear> years) {
        return new WorkingDayCalendar(
                years.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        CalendarYear::year, Function.identity())));
    }

    public Set<Integer> years() {
        return years.keySet();
    }

    /** A year that is not loaded has plain weekdays. */
    public boolean isWorkingDay(LocalDate day) {
        var year = years.get(day.getYear());
        return year == null ? !CalendarYear.isWeekend(day) : year.isWorkingDay(day);
    }

    /**
     * The last day of a period of working days. The start day is not counted, and a last day that
     * is no working day rolls to the next one (which can happen with a period of 0 only).
     */
    public Due plusWorkingDays(LocalDate start, int workingDays) {
        if (workingDays < 0 || workingDays > LONGEST_PERIOD) {
            throw new IllegalArgumentException(
                    "A period of %d working days should be from 0 to %d"
                            .formatted(workingDays, LONGEST_PERIOD));
        }
        var day = start;
        var left = workingDays;
        while (left > 0 || !isWorkingDay(day)) {
            day = day.plusDays(1);
            if (left > 0 && isWorkingDay(day)) {
                left--;
            }
        }
        var missing = firstMissing(start, day);
        return missing == 0 ? new Due.On(day) : new Due.Provisional(day, missing);
    }

    /**
     * Working days after {@code start} up to and including {@code end}; 0 when the end is not after
     * the start.
     */
    public WorkingDays workingDaysBetween(LocalDate start, LocalDate end) {
        var count =
                start.isBefore(end)
                        ? (int)
                                start.plusDays(1)
                                        .datesUntil(end.plusDays(1))
                                        .filter(this::isWorkingDay)
                                        .count()
                        : 0;
        var missing = firstMissing(start, end);
        return missing == 0
                ? new WorkingDays.Exactly(count)
                : new WorkingDays.Provisionally(count, missing);
    }

    /** 0 when all are there. The start day is not counted, so its year alone is not needed. */
    private int firstMissing(LocalDate start, LocalDate end) {
        var first = start.isBefore(end) ? start.plusDays(1).getYear() : end.getYear();
        for (var year = first; year <= end.getYear(); year++) {
            if (!years.containsKey(year)) {
                return year;
            }
        }
        return 0;
    }
}
