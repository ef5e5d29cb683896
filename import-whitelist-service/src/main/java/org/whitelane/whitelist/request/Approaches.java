package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.mandate.Mandates;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.party.PartyKnowledge.NotKnownYet;
import org.whitelane.whitelist.party.PartyReference;
import org.whitelane.whitelist.request.Ties.Agency;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes hold of everything that a decision about a request locks before it: nobody waits for us
 * while we wait for them, and whoever ends a mandate comes before the act or after it.
 */
@Component
class Approaches {

    private static final NotKnownYet NOBODY_ASKED = new NotKnownYet("Nobody asked.");

    private final Requests requests;
    private final Parties parties;
    private final Mandates mandates;
    private final Clock clock;

    Approaches(Requests requests, Parties parties, Mandates mandates, Clock clock) {
        this.requests = requests;
        this.parties = parties;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * Whose a request is, and under which scheme, never changes: it can be asked without a lock.
     */
    Approach to(UUID id, RequestAction action, Officer officer) {
        var asksUnit = action.checksEligibility();
        if (!asksUnit && action.who() != Who.APPLICANT) {
            return Approach.of(NOBODY_ASKED);
        }
        return requests.ownerOf(id)
                .map(
                        owner ->
                                action.who() == Who.APPLICANT
                                        ? asApplicant(owner, asksUnit, officer)
                                        : Approach.of(parties.forDecision(owner.organisation())))
                .orElseGet(() -> Approach.of(NOBODY_ASKED));
    }

    private Approach asApplicant(Requests.Owner owner, boolean asksUnit, Officer officer) {
        var agent = agent(owner.organisation(), owner.scheme(), officer);
        var found = new TreeMap<String, PartyKnowledge>();
        if (asksUnit) {
            found.put(owner.organisation(), NOBODY_ASKED);
        }
        agent.ifPresent(id -> found.put(id, NOBODY_ASKED));
        found.replaceAll((id, _) -> parties.forDecision(id));
        return new Approach(
                found.getOrDefault(owner.organisation(), NOBODY_ASKED),
                agent.map(id -> agency(id, owner, found.getOrDefault(id, NOBODY_ASKED)))
                        .orElse(null));
    }

    /** The unit in whose name an officer wants to draft, and by which right. */
    Optional<Drafter> drafter(@Nullable PartyReference unit, String scheme, Officer officer) {
        var own = officer.organisation();
        if (own == null) {
            return Optional.empty();
        }
        var units = unit == null ? List.of(own) : parties.named(unit);
        if (units.contains(own)) {
            return Optional.of(new Drafter(own, null));
        }
        var backed =
                units.stream()
                        .map(id -> new Requests.Owner(id, scheme))
                        .map(owner -> new Drafter(owner.organisation(), asAgent(owner, officer)))
                        .filter(drafter -> drafter.agency() != null)
                        .toList();
        return backed.size() == 1 ? Optional.of(backed.getFirst()) : Optional.empty();
    }

    private @Nullable Agency asAgent(Requests.Owner owner, Officer officer) {
        return asApplicant(owner, false, officer).agency();
    }

    /** Looked for before anything is locked; a stranger locks nothing. */
    private Optional<String> agent(String unit, String scheme, Officer officer) {
        return Optional.ofNullable(officer.organisation())
                .filter(own -> !own.equals(unit))
                .filter(
                        own ->
                                !mandates.inForce(own, unit, scheme, LegalDays.today(clock))
                                        .isEmpty());
    }

    private @Nullable Agency agency(String agent, Requests.Owner owner, PartyKnowledge known) {
        var inForce =
                mandates.forDecision(
                        agent, owner.organisation(), owner.scheme(), LegalDays.today(clock));
        return inForce.isEmpty() ? null : new Agency(inForce, known);
    }

    /**
     * @param agency by which the officer's organisation drafts for it; null for its own officers
     */
    record Drafter(String unit, @Nullable Agency agency) {

        Optional<Mandate> mandateFor(Act act) {
            return agency == null ? Optional.empty() : agency.mandateFor(act);
        }
    }
}
