package org.whitelane.whitelist.directory;

import org.springframework.stereotype.Component;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.ban.Bans;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Schemes;
import org.whitelane.whitelist.scheme.Validity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes units over into a directory when one scheme replaces another. */
@Component
public class UnitTakeover {

    private final UnitListings listings;
    private final Directory directory;
    private final Schemes schemes;
    private final Bans bans;
    private final Clock clock;

    UnitTakeover(
            UnitListings listings, Directory directory, Schemes schemes, Bans bans, Clock clock) {
        this.listings = listings;
        this.directory = directory;
        this.schemes = schemes;
        this.bans = bans;
        this.clock = clock;
    }

    /** A place that a unit can take. */
    public record Candidate(
            UUID id, PilotScheme scheme, PartyKnowledge.Known party, UUID request, LocalDate from) {

        /**
         * @param serial of the unit in the batch
         */
        public UnitListing in(UUID batch, int number, int serial) {
            var unit = party.party();
            return new UnitListing(
                    id,
                    "%s-B%d-U%d".formatted(scheme.code(), number, serial),
                    new SchemeRef(scheme.code(), scheme.version()),
                    new UnitListing.Origin(batch, number, request),
                    new UnitListing.Holder(unit.id(), unit.version(), unit.nameZh()),
                    from,
                    new Validity(scheme).lastDayFrom(from),
                    UnitStatus.ACTIVE,
                    null,
                    1);
        }
    }

    /** Empty for who has a place, is banned, or would not be let in today. */
    public Optional<Candidate> place(String code, PartyKnowledge.Known party, UUID request) {
        var scheme = schemes.newest(code).orElseThrow();
        var today = LegalDays.today(clock);
        var unit = party.party().id();
        var fit =
                Eligibility.again(party, scheme, today) instanceof Eligibility.Eligible
                        && bans.standing(code, unit, today).isEmpty()
                        && listings.listedAmong(code, Set.of(unit), today).isEmpty();
        return fit
                ? Optional.of(
                        new Candidate(UuidV7.at(clock.instant()), scheme, party, request, today))
                : Optional.empty();
    }

    public void enter(UnitListing listing, Officer by) {
        directory.enter(listing, by);
    }

    /**
     * Out of the directory of a scheme that is replaced.
     *
     * @return whether it was held back there: then it takes no new place by itself
     */
    public boolean leave(String scheme, String unit, String why, Officer by) {
        var place = listings.lockStanding(scheme, unit);
        place.ifPresent(standing -> directory.end(standing, UnitStatus.REMOVED, why, by));
        return place.filter(was -> was.status() == UnitStatus.SUSPENDED).isPresent();
    }
}
