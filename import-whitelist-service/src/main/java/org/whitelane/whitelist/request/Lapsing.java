package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading.Limit;

import java.util.Optional;

/**
 * The end of a request whose applicant was asked for something and let the period pass. Only a
 * limit that is known and certain ends anything: the scheme's own, or the configured one.
 */
record Lapsing(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome lapse(RequestStatus to) {
        var limit = limit();
        if (limit.isEmpty()) {
            return refused(
                    Refusal.PERIOD_RUNNING,
                    "%s sets no limit for what is asked of the applicant."
                            .formatted(at.scheme().reference()));
        }
        var due = limit.get();
        if (due.provisional() || !at.today().isAfter(due.dueOn())) {
            return refused(
                    Refusal.PERIOD_RUNNING,
                    "The applicant has time until %s%s."
                            .formatted(due.dueOn(), due.provisional() ? ", provisionally" : ""));
        }
        var step = at.step(RequestAction.LAPSE, officer).because(due.basis());
        return accepted(request.moved(to, step), new RequestFact.Lapsed(step, due));
    }

    private Optional<Limit> limit() {
        return at.clock().read(request, at.today()).running().stream()
                .filter(running -> RequestCommand.Lapse.LIMITS.contains(running.step()))
                .findFirst();
    }
}
