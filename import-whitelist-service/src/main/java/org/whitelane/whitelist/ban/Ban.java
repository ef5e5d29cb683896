package org.whitelane.whitelist.ban;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.BanRule;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit may not apply under a scheme for a time, because an entry of it, or its place in the
 * directory, was revoked for a violation.
 *
 * @param schemeVersion whose rule decided how long
 * @param until the last day; absent where it lasts as long as the scheme, whose end is not known
 * @param lifting null while nobody has lifted it
 * @param version for optimistic locking
 */
public record Ban(
        UUID id,
        String scheme,
        int schemeVersion,
        String organisation,
        Cause cause,
        BanRule.Kind rule,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Lifting lifting,
        int version) {

    /**
     * @param revoked id of the entry, or of the unit's place in a directory, that was revoked
     * @param violation number of the case, where there is one
     */
    public record Cause(UUID revoked, String number, String reason, @Nullable String violation) {}

    public record Lifting(LocalDate on, String reason) {}

    /**
     * One for the rest of a scheme lasts as long as the scheme does, also when a later version
     * moves its end.
     */
    public boolean standsOn(LocalDate day) {
        return lifting == null
                && !day.isBefore(from)
                && (rule == BanRule.Kind.REST_OF_SCHEME || until == null || !day.isAfter(until));
    }

    Ban lifted(Lifting newLifting) {
        return new Ban(
                id,
                scheme,
                schemeVersion,
                organisation,
                cause,
                rule,
                from,
                until,
                newLifting,
                version + 1);
    }

    /** What it holds against a request: rule, version and last day. */
    public Finding finding() {
        return new Finding(
                "",
                "not-banned",
                "Rule NOT_BANNED of %s version %d: the unit is banned from %s %s (%s) because %s was revoked."
                        .formatted(
                                scheme,
                                schemeVersion,
                                from,
                                until == null ? "for the rest of the scheme" : "until " + until,
                                rule,
                                cause.number()));
    }
}
