package org.whitelane.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the State Council announced for one year, as far as it differs from Monday to Friday.
 *
 * @param holidays days off
 * @param workdays make-up working days (调休), all on weekends
 */
public record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    public CalendarYear {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        var contradictions = contradictions(year, List.copyOf(holidays), List.copyOf(workdays));
        if (!contradictions.isEmpty()) {
            throw new IllegalArgumentException(contradictions.getFirst().detail());
        }
    }

    /**
     * A day that cannot be what it is said to be.
     *
     * @param holiday whether it stands among the holidays or the workdays
     * @param index its place there
     */
    public record Contradiction(boolean holiday, int index, String detail) {}

    /** Everything wrong with a year's days, in the order given. */
    public static List<Contradiction> contradictions(
            int year, List<LocalDate> holidays, List<LocalDate> workdays) {
        var found = new ArrayList<Contradiction>();
        var seen = new HashSet<LocalDate>();
        for (var i = 0; i < holidays.size(); i++) {
            var day = holidays.get(i);
            if (day.getYear() != year) {
                found.add(new Contradiction(true, i, "%s is not in %d".formatted(day, year)));
            } else if (!seen.add(day)) {
                found.add(new Contradiction(true, i, "%s is named twice".formatted(day)));
            }
        }
        var off = Set.copyOf(seen);
        for (var i = 0; i < workdays.size(); i++) {
            var day = workdays.get(i);
            if (day.getYear() != year) {
                found.add(new Contradiction(false, i, "%s is not in %d".formatted(day, year)));
            } else if (off.contains(day)) {
                found.add(
                        new Contradiction(
                                false, i, "%s is a holiday and a workday".formatted(day)));
            } else if (!seen.add(day)) {
                found.add(new Contradiction(false, i, "%s is named twice".formatted(day)));
            } else if (!isWeekend(day)) {
                found.add(
                        new Contradiction(
                                false,
                                i,
                                "%s is no weekend, so it needs no making up".formatted(day)));
            }
        }
        return List.copyOf(found);
    }

    boolean isWorkingDay(LocalDate day) {
        return workdays.contains(day) || !holidays.contains(day) && !isWeekend(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
