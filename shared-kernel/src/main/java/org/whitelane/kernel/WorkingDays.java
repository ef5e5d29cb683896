package org.whitelane.kernel;

/** How many working days lie between two days. */
public sealed interface WorkingDays {

    int count();

    /** Every year it needed was loaded. */
    record Exactly(int count) implements WorkingDays {}

    /**
     * A best guess: plain weekdays were counted in the missing year.
     *
     * @param missingYear the first year that was needed and not loaded
     */
    record Provisionally(int count, int missingYear) implements WorkingDays {}
}
