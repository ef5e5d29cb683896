package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.PartialDate;

import java.time.LocalDate;

/**
 * The text that a scheme rests on.
 *
 * @param issuedOn ISO day, or month where no day is known; so is effectiveFrom
 * @param supersedes code of the scheme that this one replaces
 * @param replacement what becomes of the replaced scheme's entries and requests
 */
public record Policy(
        String document,
        String issuedOn,
        String effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String supersedes,
        @Nullable Replacement replacement) {

    public Policy {
        issuedOn = PartialDate.parse(issuedOn).toString();
        effectiveFrom = PartialDate.parse(effectiveFrom).toString();
    }

    /** Closed from that day on, which is before its own end. */
    Policy closedFrom(LocalDate day) {
        return new Policy(
                document, issuedOn, effectiveFrom, day.minusDays(1), supersedes, replacement);
    }

    /** Where only a month is known, from the last day that it can have been. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(PartialDate.parse(effectiveFrom).latest())
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
