package org.whitelane.registry.calendar.web;

import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.calendar.ImportedYear;

import java.time.LocalDate;
import java.util.List;

record CalendarView(
        int year, long version, String source, List<LocalDate> holidays, List<LocalDate> workdays)
        implements Versioned {

    static CalendarView from(ImportedYear imported) {
        return new CalendarView(
                imported.year(),
                imported.version(),
                imported.source(),
                imported.days().holidays().stream().sorted().toList(),
                imported.days().workdays().stream().sorted().toList());
    }
}
