package org.whitelane.whitelist.party;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A mark in the credit record of a party.
 *
 * @param to last day; absent while it is not known
 * @param lifted taken back by whoever raised it
 */
public record CreditFlag(
        String id, String kind, LocalDate from, @Nullable LocalDate to, boolean lifted) {

    public boolean isOpenOn(LocalDate day) {
        return touches(day, day);
    }

    /** Whether it was open on some day of the period, its ends included. */
    public boolean touches(LocalDate first, LocalDate last) {
        return !lifted && !from.isAfter(last) && (to == null || !to.isBefore(first));
    }
}
