package org.whitelane.whitelist.request;

import org.whitelane.kernel.Due;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.Optional;

/** Counts a scheme's deadlines in a calendar. Pure. */
public record ReviewClock(PilotScheme scheme, WorkingDayCalendar calendar) {

    public DueDate due(String step, LocalDate start) {
        var deadline = scheme.deadline(step);
        return switch (deadline.unit()) {
            case DAY ->
                    new DueDate(
                            start.plusDays(deadline.amount()),
                            false,
                            deadline.basis(),
                            deadline.defaulted());
            case WORKING_DAY -> {
                var due = calendar.plusWorkingDays(start, deadline.amount());
                yield new DueDate(
                        due.date(),
                        due instanceof Due.Provisional,
                        deadline.basis(),
                        deadline.defaulted());
            }
        };
    }

    /** When intake is due; the clock starts again at each submission. */
    public Optional<DueDate> acceptanceDue(WhitelistRequest request) {
        return request.lastDay(RequestAction.SUBMIT).map(day -> due(PilotScheme.ACCEPTANCE, day));
    }

    /** Nothing is due in a scheme of one level. */
    public Optional<DueDate> recommendationDue(WhitelistRequest request) {
        return scheme.governance().recommends()
                ? request.lastDay(RequestAction.ACCEPT)
                        .map(day -> due(PilotScheme.RECOMMENDATION, day))
                : Optional.empty();
    }

    public Optional<DueDate> decisionDue(WhitelistRequest request) {
        return request.lastDay(RequestAction.ACCEPT).map(day -> due(PilotScheme.DECISION, day));
    }
}
