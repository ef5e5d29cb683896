package org.whitelane.whitelist.directory.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.directory.UnitStatus;

import java.time.LocalDate;
import java.util.UUID;

/** A unit's place in the directory, for the unit and the scheme's agencies. */
record UnitView(
        UUID id,
        String listingNumber,
        String scheme,
        int schemeVersion,
        String organisation,
        String unit,
        int batch,
        UUID request,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        UnitStatus status,
        @Nullable String statusReason,
        long version)
        implements Versioned {

    static UnitView of(UnitListing listing) {
        return new UnitView(
                listing.id(),
                listing.number(),
                listing.scheme().code(),
                listing.scheme().version(),
                listing.holder().organisation(),
                listing.holder().unitName(),
                listing.origin().batchNumber(),
                listing.origin().request(),
                listing.validFrom(),
                listing.validTo(),
                listing.status(),
                listing.reason(),
                listing.version());
    }

    /** For everybody: no reason, no request, no project. */
    record PublicUnit(
            String listingNumber,
            String unit,
            int batch,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UnitStatus status) {

        static PublicUnit of(UnitListing listing) {
            return new PublicUnit(
                    listing.number(),
                    listing.holder().unitName(),
                    listing.origin().batchNumber(),
                    listing.validFrom(),
                    listing.validTo(),
                    listing.status());
        }
    }
}
