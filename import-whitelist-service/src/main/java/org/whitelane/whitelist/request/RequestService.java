package org.whitelane.whitelist.request;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;

import java.time.Clock;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Load, decide, save, tell: the use cases of a request. */
@Service
public class RequestService {

    private final Requests requests;
    private final Chamber chamber;
    private final Parties parties;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    RequestService(
            Requests requests,
            Chamber chamber,
            Parties parties,
            ApplicationEventPublisher changes,
            Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.parties = parties;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param scheme the code; its newest version is looked at again on submission
     */
    @Transactional
    public Outcome draft(String scheme, RequestContent content, Officer officer) {
        var version = chamber.newest(scheme);
        if (version.isEmpty()) {
            return Drafting.unknownScheme(scheme);
        }
        var organisation = officer.organisation();
        if (organisation == null || !officer.hasAnyOf(Who.APPLICANT.roles())) {
            return Drafting.noApplicant();
        }
        var now = clock.instant();
        var draft =
                WhitelistRequest.draft(
                        UuidV7.at(now),
                        requests.nextNumber(scheme, LegalDays.today(clock).getYear()),
                        new SchemeRef(scheme, version.get().version()),
                        organisation,
                        content);
        requests.add(draft);
        var fact = new RequestFact.Drafted();
        changes.publishEvent(new RequestChanged(null, draft, fact, officer));
        return Outcome.accepted(draft, fact);
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public Outcome decide(
            UUID id, RequestCommand command, Officer officer, LongPredicate expected) {
        var party = lookUp(id, command.action());
        return requests.lock(id)
                .map(
                        request ->
                                decide(
                                        request,
                                        command,
                                        officer,
                                        deliberation(request, party).expecting(expected)))
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        Refusal.NOT_FOUND,
                                        "Request %s was not found.".formatted(id)));
    }

    /** For whoever holds the locks: party first, then request. */
    public Outcome decideLocked(
            WhitelistRequest request,
            RequestCommand command,
            Officer officer,
            PartyKnowledge party) {
        return decide(request, command, officer, deliberation(request, party));
    }

    private Deliberation deliberation(WhitelistRequest request, PartyKnowledge party) {
        return chamber.deliberation(request, party, LegalDays.today(clock));
    }

    private Outcome decide(
            WhitelistRequest request, RequestCommand command, Officer officer, Deliberation at) {
        var outcome = RequestDecider.decide(request, command, officer, at);
        if (outcome instanceof Outcome.Accepted(var decided, var facts)) {
            var saved = requests.save(decided);
            facts.forEach(
                    fact ->
                            changes.publishEvent(
                                    new RequestChanged(request, saved, fact, officer)));
            return new Outcome.Accepted(saved, facts);
        }
        return outcome;
    }

    private PartyKnowledge lookUp(UUID id, RequestAction action) {
        return action.checksEligibility()
                ? requests.organisationOf(id)
                        .map(parties::forDecision)
                        .orElse(new PartyKnowledge.NotKnownYet("There is no such request."))
                : new PartyKnowledge.NotKnownYet("Nobody asked.");
    }
}
