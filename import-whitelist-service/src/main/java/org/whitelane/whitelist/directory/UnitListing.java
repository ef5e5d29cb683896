package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.SchemeRef;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit's place in the directory of a scheme that recognises units. Articles follow by filings.
 *
 * @param number {@code <scheme>-B<batch>-U<number>}
 * @param validTo absent when the scheme's sources do not say it
 * @param reason why it is suspended or has ended
 * @param version for optimistic locking
 */
public record UnitListing(
        UUID id,
        String number,
        SchemeRef scheme,
        Origin origin,
        Holder holder,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        UnitStatus status,
        @Nullable String reason,
        int version) {

    public record Origin(UUID batch, int batchNumber, UUID request) {}

    /**
     * @param organisationVersion what the publication saw
     * @param unitName as the unit was called on the day
     */
    public record Holder(String organisation, long organisationVersion, String unitName) {}

    /** Whether the unit can file on that day. */
    public boolean isLiveOn(LocalDate day) {
        return status == UnitStatus.ACTIVE
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    /** Its last day has passed, which ends at 24:00 in China. */
    boolean isPastOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }

    String lastDayInWords() {
        return "Its last day was " + validTo;
    }

    UnitListing moved(UnitStatus to, @Nullable String why) {
        return new UnitListing(
                id, number, scheme, origin, holder, validFrom, validTo, to, why, version + 1);
    }
}
