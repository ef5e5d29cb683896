package org.whitelane.whitelist.mandate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A unit's power of attorney for another organisation. It says what Civil Code Art. 165 asks of
 * one: who acts, in which matters, with which powers, for how long.
 *
 * @param unit whose requests the agent acts on
 * @param scheme the only one that it is for; null for all
 * @param acts in the order of their enum
 * @param to the last day
 * @param basis what it rests on, e.g. the number of the contract
 * @param ending null while neither side has ended it
 * @param version for optimistic locking
 */
public record Mandate(
        UUID id,
        String unit,
        String agent,
        @Nullable String scheme,
        List<Act> acts,
        LocalDate from,
        LocalDate to,
        String basis,
        @Nullable Ending ending,
        int version) {

    public Mandate {
        acts = acts.stream().sorted().toList();
    }

    /** How one of the two sides ends it before its last day (Civil Code Art. 173 (2)). */
    public enum Way {
        /** By the unit. */
        REVOKED,
        /** By the agent. */
        GIVEN_UP
    }

    public record Ending(Way way, LocalDate on, String reason) {}

    /** As a day finds it. */
    public enum State {
        /** Its first day is still to come. */
        AHEAD,
        IN_FORCE,
        EXPIRED,
        REVOKED,
        GIVEN_UP
    }

    public State on(LocalDate day) {
        if (ending != null) {
            return switch (ending.way()) {
                case REVOKED -> State.REVOKED;
                case GIVEN_UP -> State.GIVEN_UP;
            };
        }
        if (day.isBefore(from)) {
            return State.AHEAD;
        }
        return day.isAfter(to) ? State.EXPIRED : State.IN_FORCE;
    }

    public boolean allows(Act act) {
        return act == Act.READ || acts.contains(act);
    }

    public boolean isFor(String code) {
        return scheme == null || scheme.equals(code);
    }

    /** Whose it is: who gave it, and who got it. */
    public boolean isOf(@Nullable String organisation) {
        return unit.equals(organisation) || agent.equals(organisation);
    }

    Mandate ended(Ending how) {
        return new Mandate(id, unit, agent, scheme, acts, from, to, basis, how, version + 1);
    }
}
