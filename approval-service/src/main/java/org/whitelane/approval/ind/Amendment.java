package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a record became another than it was; what it said before stands in the journal.
 *
 * @param version the record's from then on
 * @param source where the right facts, or the revocation, were read
 * @param revokedOn from when on a revoked approval does not hold, as far as it is known
 */
public record Amendment(
        long version,
        Kind kind,
        String reason,
        String source,
        @Nullable SourcedDate revokedOn,
        Instant madeAt) {

    public enum Kind {
        /** What was recorded was wrong. */
        CORRECTION,
        /** The approval does not hold any more, or never did. */
        REVOCATION
    }

    /** Why and on what ground; the public may read both. */
    public record Ground(String reason, String source) {}
}
