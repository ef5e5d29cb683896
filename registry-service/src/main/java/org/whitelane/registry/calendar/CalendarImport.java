package org.whitelane.registry.calendar;

/** What came of importing a year. */
public sealed interface CalendarImport {

    record Imported(ImportedYear year) implements CalendarImport {}

    /**
     * The same days are loaded already; a version that changes nothing would make readers count
     * again for nothing.
     */
    record Unchanged(ImportedYear year) implements CalendarImport {}

    /**
     * The caller has read another version.
     *
     * @param current 0 when the year is not loaded
     */
    record OtherVersion(int current) implements CalendarImport {}
}
