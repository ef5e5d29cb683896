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
        return !lifted && !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
