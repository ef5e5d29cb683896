package org.whitelane.whitelist.events;

import org.whitelane.events.UnitEvent;
import org.whitelane.whitelist.directory.UnitListing;

import java.util.Objects;

final class UnitEvents {

    private UnitEvents() {}

    static UnitEvent listed(UnitListing listing) {
        var end = listing.validTo();
        return new UnitEvent.UnitListed(
                listing.id().toString(),
                listing.number(),
                listing.origin().batch().toString(),
                listing.origin().request().toString(),
                listing.scheme().code(),
                listing.scheme().version(),
                listing.holder().organisation(),
                listing.holder().organisationVersion(),
                listing.validFrom().toString(),
                end == null ? null : end.toString());
    }

    static UnitEvent suspended(UnitListing listing) {
        return new UnitEvent.UnitSuspended(
                listing.id().toString(),
                listing.number(),
                listing.scheme().code(),
                listing.holder().organisation(),
                Objects.requireNonNull(listing.reason(), "the command requires it"));
    }

    static UnitEvent restored(UnitListing listing, String reason) {
        return new UnitEvent.UnitRestored(
                listing.id().toString(),
                listing.number(),
                listing.scheme().code(),
                listing.holder().organisation(),
                reason);
    }

    static UnitEvent delisted(UnitListing listing) {
        return new UnitEvent.UnitDelisted(
                listing.id().toString(),
                listing.number(),
                listing.scheme().code(),
                listing.holder().organisation(),
                listing.status().name(),
                Objects.requireNonNull(listing.reason(), "what has ended says why"),
                null);
    }
}
