package org.whitelane.registry.calendar.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.whitelane.chassis.web.Fault;
import org.whitelane.kernel.CalendarYear;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

record CalendarRequest(
        @Min(2000) @Max(2100) int year,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 366) List<LocalDate> holidays,
        @Size(max = 366) List<LocalDate> workdays) {

    /** What can be judged only when each field is well-formed. */
    List<Fault> faults() {
        return CalendarYear.contradictions(year, holidays, workdays).stream()
                .map(
                        c ->
                                new Fault(
                                        (c.holiday() ? "/holidays/" : "/workdays/") + c.index(),
                                        "contradiction",
                                        c.detail() + "."))
                .toList();
    }

    CalendarYear toYear() {
        return new CalendarYear(year, new HashSet<>(holidays), new HashSet<>(workdays));
    }
}
