package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.DecisionExtended;
import org.whitelane.whitelist.request.RequestFact.JointReviewOpened;
import org.whitelane.whitelist.scheme.PilotScheme;

/** How the office leads the joint review; the members' part is {@link OpinionRound}. */
record JointReview(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome open(RequestStatus to) {
        var turn = request.nextLevel(at.scheme().governance());
        if (turn.isPresent()) {
            return refused(
                    Refusal.RECOMMENDATION_MISSING,
                    "%s needs a recommendation of level %s first."
                            .formatted(at.scheme().reference(), turn.get()));
        }
        var missing = at.members().missingReviewers();
        if (!missing.isEmpty()) {
            return refused(
                    Refusal.MEMBERS_NOT_BOUND,
                    "No organisation is bound to %s.".formatted(String.join(", ", missing)));
        }
        var step = at.step(RequestAction.OPEN_JOINT_REVIEW, officer);
        return accepted(
                request.moved(to, step),
                new JointReviewOpened(step, at.members().reviewingOrganisations()));
    }

    /** Once, by approval, with the reason told (Administrative Licensing Law Art. 42). */
    Outcome extend(RequestStatus to, String reason) {
        if (request.lastStep(RequestAction.EXTEND).isPresent()) {
            return refused(
                    Refusal.EXTENDED_BEFORE,
                    "The decision's limit is extended once (Administrative Licensing Law Art."
                            + " 42).");
        }
        var due = at.clock().decision(request);
        if (at.today().isAfter(due.on())) {
            return refused(
                    Refusal.PERIOD_OVER,
                    "The decision was due on %s; what has ended is not extended."
                            .formatted(due.on()));
        }
        var limit = at.clock().limit(PilotScheme.EXTENSION).orElseThrow();
        var step = at.step(RequestAction.EXTEND, officer).because(reason);
        var moved = request.moved(to, step);
        return accepted(moved, new DecisionExtended(step, limit, at.clock().decision(moved)));
    }
}
