package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.party.PartyReference;
import org.whitelane.whitelist.request.Approaches.Drafter;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.Clock;

/** How a request begins: for the officer's own organisation, or for a unit by its mandate. */
@Service
public class DraftService {

    private final Requests requests;
    private final Chamber chamber;
    private final Approaches approaches;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    DraftService(
            Requests requests,
            Chamber chamber,
            Approaches approaches,
            ApplicationEventPublisher changes,
            Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.approaches = approaches;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Under the scheme's newest version, which is looked up again on submission.
     *
     * @param unit in whose name; null for the officer's own organisation
     */
    @Transactional
    public Outcome draft(
            RequestWish wish, @Nullable PartyReference unit, Officer officer, boolean dryRun) {
        var version = chamber.newest(wish.scheme());
        if (version.isEmpty()) {
            return Drafting.unknownScheme(wish.scheme());
        }
        if (officer.organisation() == null || !officer.hasAnyOf(Who.APPLICANT.roles())) {
            return Drafting.noApplicant();
        }
        var drafter = approaches.drafter(unit, wish.scheme(), officer);
        if (drafter.isEmpty()) {
            return Drafting.noMandate(wish.scheme());
        }
        var objection = Drafting.objection(drafter.get(), version.get());
        return objection.isPresent()
                ? objection.get()
                : draft(wish, drafter.get(), version.get(), officer, dryRun);
    }

    private Outcome draft(
            RequestWish wish,
            Drafter drafter,
            PilotScheme scheme,
            Officer officer,
            boolean dryRun) {
        var held = chamber.held(drafter.unit(), scheme.code(), wish.refersTo());
        var unknown = wish.unknownEntries(held);
        if (!unknown.isEmpty()) {
            return Drafting.unknownEntries(unknown);
        }
        var year = LegalDays.today(clock).getYear();
        var code = scheme.code();
        var draft =
                WhitelistRequest.draft(
                        dryRun ? DryRun.ID : UuidV7.at(clock.instant()),
                        dryRun ? DryRun.number(code, year) : requests.nextNumber(code, year),
                        new SchemeRef(code, scheme.version()),
                        drafter.unit(),
                        wish.content(held));
        var mandate = drafter.mandateFor(Act.DRAFT);
        var request = mandate.map(by -> Acting.by(by, draft)).orElse(draft);
        var fact = new RequestFact.Drafted();
        if (!dryRun) {
            requests.add(request);
            changes.publishEvent(
                    new RequestChanged(
                            null, request, fact, officer, mandate.map(Mandate::id).orElse(null)));
        }
        return Outcome.accepted(request, fact);
    }
}
