package org.whitelane.whitelist.directory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;

import java.util.List;

/** Where a publication writes units, in its own transaction. */
@Component
public class Directory {

    private final UnitListings listings;
    private final ApplicationEventPublisher facts;

    Directory(UnitListings listings, ApplicationEventPublisher facts) {
        this.listings = listings;
        this.facts = facts;
    }

    /** A place whose last day has passed makes room for the new one. */
    public void enter(UnitListing listing, Officer by) {
        listings.lockStanding(listing.scheme().code(), listing.holder().organisation())
                .filter(old -> old.isPastOn(listing.validFrom()))
                .ifPresent(old -> end(old, UnitStatus.EXPIRED, old.lastDayInWords(), by));
        listings.add(listing);
        facts.publishEvent(new UnitFact.Listed(listing, by));
    }

    /** For whoever has locked it, as the others here. */
    UnitListing suspend(UnitListing before, String why, Officer by) {
        var suspended = before.moved(UnitStatus.SUSPENDED, why);
        listings.move(suspended);
        facts.publishEvent(new UnitFact.Suspended(before, suspended, by));
        return suspended;
    }

    UnitListing restore(UnitListing before, String why, Officer by) {
        var restored = before.moved(UnitStatus.ACTIVE, null);
        listings.move(restored);
        facts.publishEvent(new UnitFact.Restored(before, restored, why, by));
        return restored;
    }

    void refused(UnitListing listing, UnitAction action, List<String> allowed, Officer by) {
        facts.publishEvent(
                new MoveRefused(
                        "unit",
                        listing.id().toString(),
                        listing.status().name(),
                        action.code(),
                        allowed,
                        by));
    }

    UnitListing end(UnitListing before, UnitStatus to, String why, Officer by) {
        var ended = before.moved(to, why);
        listings.move(ended);
        facts.publishEvent(new UnitFact.Delisted(before, ended, by));
        return ended;
    }
}
