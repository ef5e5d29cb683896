package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Officer;

import java.util.Optional;

/**
 * A move that its rules allow, before it is made: whoever hears of it in a room that this one does
 * not know can object, in the same transaction and under the request's lock.
 */
public final class MoveAsked {

    private final WhitelistRequest request;
    private final RequestAction action;
    private final Officer officer;
    private Optional<Outcome.Refused> objection = Optional.empty();

    MoveAsked(WhitelistRequest request, RequestAction action, Officer officer) {
        this.request = request;
        this.action = action;
        this.officer = officer;
    }

    public WhitelistRequest request() {
        return request;
    }

    public RequestAction action() {
        return action;
    }

    public Officer officer() {
        return officer;
    }

    /** The first objection is told. */
    public void object(Outcome.Refused why) {
        objection = objection.or(() -> Optional.of(why));
    }

    Optional<Outcome.Refused> objection() {
        return objection;
    }
}
