package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandates;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.Ties.Agency;

import java.time.LocalDate;

/** Looks up what ties an officer's organisation to a request. */
@Component
public class TieReader {

    private final Parties parties;
    private final Mandates mandates;

    TieReader(Parties parties, Mandates mandates) {
        this.parties = parties;
        this.mandates = mandates;
    }

    /** The register is asked only where a request names others than its unit. */
    Ties names(WhitelistRequest request, Officer officer) {
        var own = officer.organisation();
        if (own == null) {
            return Ties.NONE;
        }
        if (officer.actsFor(request.organisation()) || !request.content().project().namesOthers()) {
            return Ties.named(own);
        }
        return names(officer);
    }

    /** All the names that requests may have for the officer's organisation. */
    public Ties names(Officer officer) {
        var own = officer.organisation();
        if (own == null) {
            return Ties.NONE;
        }
        return parties.find(own)
                .map(party -> Ties.named(own, party.creditCode()))
                .orElseGet(() -> Ties.notKnownYet(own));
    }

    /** For a reader who has no seat at the table: nobody who has one acts for anybody. */
    Ties withAgency(WhitelistRequest request, Officer officer, LocalDate today) {
        var names = names(request, officer);
        var own = officer.organisation();
        if (own == null || officer.actsFor(request.organisation())) {
            return names;
        }
        var inForce = mandates.inForce(own, request.organisation(), request.scheme().code(), today);
        return inForce.isEmpty() ? names : names.acting(new Agency(inForce, knowledge(own)));
    }

    private PartyKnowledge knowledge(String id) {
        return parties.find(id)
                .<PartyKnowledge>map(PartyKnowledge.Known::new)
                .orElseGet(
                        () ->
                                new PartyKnowledge.NotKnownYet(
                                        "Organisation %s has not arrived here yet.".formatted(id)));
    }
}
