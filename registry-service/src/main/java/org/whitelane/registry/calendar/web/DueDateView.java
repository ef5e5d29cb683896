package org.whitelane.registry.calendar.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.Due;
import org.whitelane.registry.calendar.DueDate;

import java.time.LocalDate;
import java.util.Map;

/**
 * @param provisional a calendar year was missing: plain weekdays were counted there
 * @param calendarVersions the version of each year that was counted with
 */
record DueDateView(
        LocalDate from,
        int workingDays,
        LocalDate dueOn,
        boolean provisional,
        @Nullable Integer missingYear,
        Map<Integer, Integer> calendarVersions) {

    static DueDateView from(LocalDate from, int workingDays, DueDate found) {
        return switch (found.due()) {
            case Due.On(var date) ->
                    new DueDateView(from, workingDays, date, false, null, found.versions());
            case Due.Provisional(var date, var missingYear) ->
                    new DueDateView(from, workingDays, date, true, missingYear, found.versions());
        };
    }
}
