package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A parked record.
 *
 * @param version null: no readable id
 */
record Parked(
        UUID id,
        Lane lane,
        @Nullable Long version,
        Status status,
        String reason,
        int attempts,
        RawRecord raw,
        Instant parkedAt,
        @Nullable Instant resolvedAt) {

    enum Status {
        /** Needs an operator and holds up its aggregate. */
        FAILED,
        /** Behind a missing version or a failed record. */
        WAITING,
        APPLIED,
        /** Another record was applied as this version. */
        DUPLICATE,
        DISCARDED;

        boolean isOpen() {
            return this == FAILED || this == WAITING;
        }
    }
}
