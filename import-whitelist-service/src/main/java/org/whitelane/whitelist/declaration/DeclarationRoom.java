package org.whitelane.whitelist.declaration;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.declaration.DeclarationContext.Rules;
import org.whitelane.whitelist.entry.Entries;
import org.whitelane.whitelist.entry.QuotaSettings;
import org.whitelane.whitelist.entry.UnitHolds;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Calendars;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.time.LocalDate;

/** Lays on the table what a decision about a declaration looks at. */
@Component
class DeclarationRoom {

    private final Entries entries;
    private final Schemes schemes;
    private final Parties parties;
    private final ReservationDays days;
    private final Clock clock;

    DeclarationRoom(
            Entries entries, Schemes schemes, Parties parties, ReservationDays days, Clock clock) {
        this.entries = entries;
        this.schemes = schemes;
        this.parties = parties;
        this.days = days;
        this.clock = clock;
    }

    LocalDate today() {
        return LegalDays.today(clock);
    }

    /**
     * Locks what the decision must not see changed: the party for a reservation, the entry where
     * its status decides and nothing else of it changes.
     */
    DeclarationContext context(ImportDeclaration declaration, DeclarationAction action) {
        var knowledge =
                action == DeclarationAction.RESERVE
                        ? parties.forDecision(declaration.organisation())
                        : known(declaration.organisation());
        var looksAtEntry =
                action == DeclarationAction.DECLARE || action == DeclarationAction.RELEASE;
        var entry =
                (looksAtEntry
                                ? entries.lockShared(declaration.entry())
                                : entries.find(declaration.entry()))
                        .orElseThrow();
        return context(entry, knowledge);
    }

    DeclarationContext context(WhitelistEntry entry) {
        return context(entry, known(entry.holder().organisation()));
    }

    private DeclarationContext context(WhitelistEntry entry, PartyKnowledge knowledge) {
        var scheme = schemes.version(entry.scheme().code(), entry.scheme().version());
        return new DeclarationContext(
                entry,
                scheme,
                schemes.members(scheme),
                knowledge instanceof PartyKnowledge.Known(var party) ? party : null,
                Eligibility.again(knowledge, scheme, today()),
                days.rules(entry, scheme, today()),
                today());
    }

    private PartyKnowledge known(String organisation) {
        return parties.find(organisation)
                .<PartyKnowledge>map(PartyKnowledge.Known::new)
                .orElseGet(() -> new PartyKnowledge.NotKnownYet("Not known."));
    }

    /** How long reservations hold, how the quota is read, and whether the unit is held back. */
    @Component
    static class ReservationDays {

        private final Calendars calendars;
        private final QuotaSettings quota;
        private final DeclarationSettings settings;
        private final UnitHolds holds;

        ReservationDays(
                Calendars calendars,
                QuotaSettings quota,
                DeclarationSettings settings,
                UnitHolds holds) {
            this.holds = holds;
            this.calendars = calendars;
            this.quota = quota;
            this.settings = settings;
        }

        Rules rules(WhitelistEntry entry, PilotScheme scheme, LocalDate today) {
            var limit = scheme.findDeadline(PilotScheme.RESERVATION);
            var until =
                    limit.map(
                                    deadline ->
                                            switch (deadline.unit()) {
                                                case DAY -> today.plusDays(deadline.amount());
                                                case WORKING_DAY ->
                                                        calendars
                                                                .from(today)
                                                                .plusWorkingDays(
                                                                        today, deadline.amount())
                                                                .date();
                                            })
                            .orElseGet(() -> today.plusDays(settings.reservationDays()));
            return new Rules(
                    quota.reading(scheme).orElse(null),
                    until,
                    limit.map(deadline -> deadline.defaulted()).orElse(true),
                    settings.overReceiptPercent(),
                    holds.against(entry).orElse(null));
        }
    }
}
