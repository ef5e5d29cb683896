package org.whitelane.whitelist.ban.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.scheme.BanRule;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A ban for the unit and the scheme's agencies.
 *
 * @param schemeVersion whose rule decided how long
 * @param until the last day; null for the rest of a scheme whose end is not known
 * @param revoked the entry, or the unit's place in a directory, whose revocation is the cause
 * @param violation number of the case, where there is one
 */
record BanView(
        UUID id,
        String scheme,
        int schemeVersion,
        String organisation,
        BanRule.Kind rule,
        LocalDate from,
        @Nullable LocalDate until,
        UUID revoked,
        String revokedNumber,
        String reason,
        @Nullable String violation,
        @Nullable BanLifting lifting,
        long version)
        implements Versioned {

    record BanLifting(LocalDate on, String reason) {}

    static BanView of(Ban ban) {
        var lifting = ban.lifting();
        return new BanView(
                ban.id(),
                ban.scheme(),
                ban.schemeVersion(),
                ban.organisation(),
                ban.rule(),
                ban.from(),
                ban.until(),
                ban.cause().revoked(),
                ban.cause().number(),
                ban.cause().reason(),
                ban.cause().violation(),
                lifting == null ? null : new BanLifting(lifting.on(), lifting.reason()),
                ban.version());
    }
}
