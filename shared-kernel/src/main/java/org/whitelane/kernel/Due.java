package org.whitelane.kernel;

import java.time.LocalDate;

/** When a period ends; it ends at 24:00 Asia/Shanghai of the date. */
public sealed interface Due {

    LocalDate date();

    /** Every year it needed was loaded. */
    record On(LocalDate date) implements Due {}

    /**
     * A best guess, to be computed again when the year is imported: plain weekdays were counted
     * there.
     *
     * @param missingYear the first year that was needed and not loaded
     */
    record Provisional(LocalDate date, int missingYear) implements Due {}
}
