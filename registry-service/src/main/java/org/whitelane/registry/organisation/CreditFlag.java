package org.whitelane.registry.organisation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A published doubt about a party's credit.
 *
 * @param to the last day it holds, absent while open
 * @param source where it was published
 */
public record CreditFlag(
        UUID id,
        CreditFlagKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        boolean lifted) {

    /** Ends it today, unless it ended before. */
    CreditFlag lift(LocalDate today) {
        var end = to != null && to.isBefore(today) ? to : today;
        return new CreditFlag(id, kind, from, end, source, true);
    }
}
