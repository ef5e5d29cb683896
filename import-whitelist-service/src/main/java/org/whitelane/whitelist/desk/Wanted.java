package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestStatus;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which of an officer's work is asked for; null wants all.
 *
 * @param claim {@code me}, {@code nobody}, or an officer's id
 */
public record Wanted(
        @Nullable Desk desk,
        @Nullable String scheme,
        @Nullable RequestStatus status,
        @Nullable UUID organisation,
        @Nullable String casNumber,
        @Nullable String hsCode,
        @Nullable LocalDate dueBefore,
        @Nullable String claim) {

    public static final Wanted ALL = new Wanted(null, null, null, null, null, null, null, null);

    /** Whose claim is wanted; null when any will do. */
    @Nullable String claimant(Officer officer) {
        return "me".equals(claim) ? officer.subject() : claim;
    }

    boolean unclaimed() {
        return "nobody".equals(claim);
    }
}
