package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.Recommended;
import org.whitelane.whitelist.request.RequestFact.Rejected;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

/** The moves of the lower level, in schemes that have one: it passes a request on, or does not. */
record Recommendation(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome give(RequestStatus to) {
        if (!at.scheme().governance().recommends()) {
            return noLowerLevel();
        }
        var organisation = officer.organisation();
        var role = at.members().roleWith(Duty.RECOMMEND, organisation);
        if (organisation == null || role.isEmpty()) {
            throw new IllegalStateException("standing was checked before");
        }
        var step = at.step(RequestAction.RECOMMEND, officer);
        return accepted(request.moved(to, step), new Recommended(step, organisation, role.get()));
    }

    Outcome refuse(RequestStatus to, String reason, String remedy) {
        if (!at.scheme().governance().recommends()) {
            return noLowerLevel();
        }
        var step =
                at.step(RequestAction.REFUSE_RECOMMENDATION, officer)
                        .because(reason)
                        .withRemedy(remedy);
        return accepted(request.moved(to, step), new Rejected(step));
    }

    private Outcome noLowerLevel() {
        return refused(
                Refusal.SINGLE_LEVEL,
                "%s has one level: its office opens the joint review."
                        .formatted(at.scheme().reference()));
    }
}
