package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.Recommended;
import org.whitelane.whitelist.request.RequestFact.Rejected;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Level;

import java.util.Optional;
import java.util.function.Function;

/**
 * The moves of the levels below the one that recognises, in schemes that have them: each in its
 * turn passes a request on, or ends it.
 */
record Recommendation(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome give(RequestStatus to) {
        return inTurn(
                level -> {
                    var step = at.step(RequestAction.RECOMMEND, officer);
                    return accepted(
                            request.moved(to, step),
                            new Recommended(step, organisation(), role(), level));
                });
    }

    Outcome refuse(RequestStatus to, String reason, String remedy) {
        return inTurn(
                _ -> {
                    var step =
                            at.step(RequestAction.REFUSE_RECOMMENDATION, officer)
                                    .because(reason)
                                    .withRemedy(remedy);
                    return accepted(request.moved(to, step), new Rejected(step));
                });
    }

    private Outcome inTurn(Function<Level, Outcome> then) {
        if (!at.scheme().governance().recommends()) {
            return refused(
                    Refusal.SINGLE_LEVEL,
                    "%s has one level: its office opens the joint review."
                            .formatted(at.scheme().reference()));
        }
        Optional<Level> turn = request.nextLevel(at.scheme().governance());
        if (turn.isEmpty()) {
            return refused(
                    Refusal.ALREADY_RECOMMENDED,
                    "Every level below the office has recommended it; the joint review is next.");
        }
        return at.scheme().governance().recommendersAt(turn.get()).contains(role())
                ? then.apply(turn.get())
                : refused(
                        Refusal.OTHER_LEVEL,
                        "It is the turn of level %s, not of %s.".formatted(turn.get(), role()));
    }

    private String role() {
        return at.members()
                .roleWith(Duty.RECOMMEND, officer.organisation())
                .orElseThrow(() -> new IllegalStateException("standing was checked before"));
    }

    private String organisation() {
        return Optional.ofNullable(officer.organisation())
                .orElseThrow(() -> new IllegalStateException("standing was checked before"));
    }
}
