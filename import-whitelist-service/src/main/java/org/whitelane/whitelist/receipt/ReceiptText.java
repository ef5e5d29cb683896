package org.whitelane.whitelist.receipt;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.WhitelaneSettings;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.receipt.ReceiptClaims.Issue;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Instant;
import java.util.Optional;

/** Puts together what a receipt says. */
@Component
class ReceiptText {

    private final Parties parties;
    private final Schemes schemes;
    private final StatusListIssuer lists;
    private final WhitelaneSettings suite;
    private final ReceiptSettings settings;

    ReceiptText(
            Parties parties,
            Schemes schemes,
            StatusListIssuer lists,
            WhitelaneSettings suite,
            ReceiptSettings settings) {
        this.parties = parties;
        this.schemes = schemes;
        this.lists = lists;
        this.suite = suite;
        this.settings = settings;
    }

    /** Empty while nobody told us the credit code of the entry's holder. */
    Optional<ReceiptClaims> of(
            WhitelistEntry entry, int version, StatusLists.Place place, Instant now) {
        var scheme = schemes.version(entry.scheme().code(), entry.scheme().version());
        var status = new StatusReference(place.position(), lists.uri(place.list()));
        var issue =
                new Issue(
                        suite.publicBaseUrl().toString(),
                        version,
                        now,
                        now.plus(settings.life()),
                        status);
        return parties.find(entry.holder().organisation())
                .map(Party::creditCode)
                .map(code -> ReceiptClaims.of(entry, code, scheme.effects(), issue));
    }

    /** When one issued now would end. */
    Instant end(WhitelistEntry entry, Instant now) {
        return ReceiptClaims.end(entry.terms(), now.plus(settings.life()));
    }
}
