package org.whitelane.registry.calendar;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.core.AdvisoryLocks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Imports calendar years and counts with them. */
@Service
public class CalendarService {

    /** The longest period plus every holiday fits well into it. */
    private static final int YEARS_OF_THE_LONGEST_PERIOD =
            WorkingDayCalendar.LONGEST_PERIOD / 200 + 1;

    private final CalendarYears years;
    private final AdvisoryLocks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarService(
            CalendarYears years,
            AdvisoryLocks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.years = years;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A year that is new gets version 1, a corrected one the next.
     *
     * @param expected the versions that the caller acts on; 0 for a year that is not loaded
     */
    @Transactional
    public CalendarImport importYear(
            CalendarYear days, String source, Act act, LongPredicate expected) {
        locks.take("calendar-" + days.year());
        var before = years.newest(days.year()).orElse(null);
        var current = before == null ? 0 : before.version();
        if (!expected.test(current)) {
            return new CalendarImport.OtherVersion(current);
        }
        if (before != null && before.days().equals(days)) {
            return new CalendarImport.Unchanged(before);
        }
        var after = new ImportedYear(days, current + 1, source);
        years.add(after, clock.instant());
        events.publishEvent(new CalendarImported(before, after, act));
        return new CalendarImport.Imported(after);
    }

    public Optional<ImportedYear> find(int year) {
        return years.newest(year);
    }

    public DueDate dueDate(LocalDate from, int workingDays) {
        var loaded = years.between(from.getYear(), from.getYear() + YEARS_OF_THE_LONGEST_PERIOD);
        var calendar = WorkingDayCalendar.of(loaded.stream().map(ImportedYear::days).toList());
        var due = calendar.plusWorkingDays(from, workingDays);
        var versions =
                loaded.stream()
                        .filter(year -> year.year() <= due.date().getYear())
                        .collect(
                                Collectors.toMap(
                                        ImportedYear::year,
                                        ImportedYear::version,
                                        (a, b) -> a,
                                        TreeMap::new));
        return new DueDate(due, versions);
    }
}
