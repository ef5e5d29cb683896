package org.whitelane.whitelist.request;

import org.whitelane.kernel.Due;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Counts a scheme's deadlines in a calendar. Pure.
 *
 * @param general limits for what the scheme leaves open, by step
 */
public record ReviewClock(
        PilotScheme scheme, WorkingDayCalendar calendar, Map<String, Deadline> general) {

    public ReviewClock {
        general = Map.copyOf(general);
    }

    /** The scheme's own, else the general one; empty where there is none. */
    public Optional<Deadline> limit(String step) {
        return scheme.findDeadline(step).or(() -> Optional.ofNullable(general.get(step)));
    }

    public ClockReading read(WhitelistRequest request, LocalDate asOf) {
        return read(Course.of(request), asOf);
    }

    public ClockReading read(Course course, LocalDate asOf) {
        return CaseClock.read(this, course, asOf);
    }

    public DueDate due(String step, LocalDate start) {
        var deadline = scheme.deadline(step);
        var due =
                switch (deadline.unit()) {
                    case DAY -> new Due.On(start.plusDays(deadline.amount()));
                    case WORKING_DAY -> calendar.plusWorkingDays(start, deadline.amount());
                };
        return new DueDate(
                due.date(), due instanceof Due.Provisional, deadline.basis(), deadline.defaulted());
    }

    /** When intake is due; the clock starts again at each submission. */
    public Optional<DueDate> acceptanceDue(WhitelistRequest request) {
        return last(request, PilotScheme.ACCEPTANCE);
    }

    /** Of the level that recommends last so far; nothing is due in a scheme of one level. */
    public Optional<DueDate> recommendationDue(WhitelistRequest request) {
        return last(request, PilotScheme.RECOMMENDATION);
    }

    /** While it stands still: if it went on on the day of the last step. */
    public Optional<DueDate> decisionDue(WhitelistRequest request) {
        return last(request, PilotScheme.DECISION);
    }

    public Optional<DueDate> supplementDue(WhitelistRequest request) {
        return last(request, PilotScheme.SUPPLEMENT);
    }

    /** Of a request that was accepted. */
    DueDate decision(WhitelistRequest request) {
        return decisionDue(request).orElseThrow();
    }

    private Optional<DueDate> last(WhitelistRequest request, String step) {
        return request.steps().isEmpty()
                ? Optional.empty()
                : read(request, request.steps().getLast().on())
                        .last(step)
                        .map(ClockReading.Limit::due);
    }
}
