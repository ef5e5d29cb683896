package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.ban.Bans;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.entry.EntryState;
import org.whitelane.whitelist.entry.StandingEntries;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.scheme.Schemes;
import org.whitelane.whitelist.scheme.Validity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Lays on the table what a filing is judged by, and makes the entry of one that passes. */
@Component
class FilingDesk {

    private final Parties parties;
    private final Schemes schemes;
    private final Bans bans;
    private final StandingEntries standing;
    private final Clock clock;

    FilingDesk(Parties parties, Schemes schemes, Bans bans, StandingEntries standing, Clock clock) {
        this.parties = parties;
        this.schemes = schemes;
        this.bans = bans;
        this.standing = standing;
        this.clock = clock;
    }

    /** Parties before everything else. */
    PartyKnowledge lockParty(UnitListing listing) {
        return parties.forDecision(listing.holder().organisation());
    }

    /** By the newest rules: who files today meets the rules of today. */
    Filing filing(UnitListing listing, PartyKnowledge party) {
        var code = listing.scheme().code();
        var unit = listing.holder().organisation();
        var today = LegalDays.today(clock);
        return new Filing(
                listing,
                schemes.untilClosed(schemes.newest(code).orElseThrow()),
                party,
                bans.standing(code, unit, today).orElse(null),
                standing.activeKeys(code, List.of(unit)),
                today);
    }

    /**
     * @param sequence its place in the list of the batch that listed the unit
     */
    WhitelistEntry entry(Filing filing, Article article, int sequence) {
        var listing = filing.listing();
        var origin = listing.origin();
        var scheme = filing.scheme();
        return new WhitelistEntry(
                UuidV7.at(clock.instant()),
                "%s-B%d-%d".formatted(scheme.code(), origin.batchNumber(), sequence),
                new SchemeRef(scheme.code(), scheme.version()),
                new WhitelistEntry.Origin(
                        origin.batch(), origin.batchNumber(), sequence, origin.request()),
                new WhitelistEntry.Holder(
                        listing.holder().organisation(),
                        version(filing.party(), listing),
                        listing.holder().unitName()),
                article,
                new WhitelistEntry.Terms(
                        scheme.effects().waivedFor(article.use()),
                        filing.today(),
                        lastDay(filing, listing)),
                EntryState.published(article, filing.today(), filing.today()),
                List.of(),
                1);
    }

    private static long version(PartyKnowledge party, UnitListing listing) {
        return party instanceof PartyKnowledge.Known(var known)
                ? known.version()
                : listing.holder().organisationVersion();
    }

    /** No longer than the unit itself is listed. */
    private static @Nullable LocalDate lastDay(Filing filing, UnitListing listing) {
        return Validity.earlier(
                new Validity(filing.scheme()).lastDayFrom(filing.today()), listing.validTo());
    }
}
