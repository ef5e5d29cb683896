package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.AreaAssessmentOpened;
import org.whitelane.whitelist.request.RequestFact.DeemedAccepted;

import java.time.LocalDate;

/**
 * Taking a request in. A unit from outside the scheme's area that the scheme lets apply is assessed
 * before it is accepted.
 */
record Intake(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome accept(RequestStatus to) {
        var step = at.step(RequestAction.ACCEPT, officer);
        return request.outOfArea() ? assess(step) : take(to, step);
    }

    /** The assessment lets the unit in. */
    Outcome admit(RequestStatus to) {
        return take(to, at.step(RequestAction.ADMIT, officer));
    }

    /** The assessment does not. */
    Outcome refuse(RequestStatus to, String reason) {
        var step = at.step(RequestAction.REFUSE_ADMISSION, officer).because(reason);
        return accepted(request.moved(to, step), new RequestFact.Declined(step));
    }

    /**
     * Silence beyond the limit takes a request in from the day it was received (Administrative
     * Licensing Law Art. 32 (5)), where the scheme says so; it settles what intake settles, so a
     * unit from elsewhere is still assessed.
     */
    Outcome deem(RequestStatus to) {
        if (!Boolean.TRUE.equals(at.scheme().governance().deemedAcceptance())) {
            return refused(
                    Refusal.NOT_DEEMED,
                    "%s does not say that silence accepts.".formatted(at.scheme().reference()));
        }
        var due = at.clock().acceptanceDue(request).orElseThrow();
        if (due.provisional() || !at.today().isAfter(due.on())) {
            return refused(
                    Refusal.PERIOD_RUNNING,
                    "Acceptance is due on %s%s."
                            .formatted(due.on(), due.provisional() ? ", provisionally" : ""));
        }
        var step = at.step(RequestAction.DEEM_ACCEPTED, officer).because(due.basis());
        if (request.outOfArea()) {
            return assess(step);
        }
        var moved = request.moved(to, step);
        return accepted(moved, new DeemedAccepted(step, received(), at.clock().decision(moved)));
    }

    private LocalDate received() {
        return request.lastDay(RequestAction.SUBMIT).orElseThrow();
    }

    private Outcome take(RequestStatus to, Step step) {
        var moved = request.moved(to, step);
        return accepted(moved, new RequestFact.Accepted(step, at.clock().decision(moved)));
    }

    private Outcome assess(Step step) {
        return accepted(
                request.moved(RequestStatus.AREA_ASSESSMENT, step),
                new AreaAssessmentOpened(step, at.members().assessors()));
    }
}
