package org.whitelane.registry.calendar;

import org.whitelane.kernel.CalendarYear;

/**
 * A year as imported.
 *
 * @param version grows when the year is imported again
 * @param source where the days were announced
 */
public record ImportedYear(CalendarYear days, int version, String source) {

    public int year() {
        return days.year();
    }
}
