package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A parked record in a list: without its bytes, which may be a megabyte. */
record ParkedView(
        UUID id,
        String consumer,
        String topic,
        String aggregate,
        @Nullable Long version,
        Parked.Status status,
        String reason,
        int attempts,
        int partition,
        long offset,
        Instant writtenAt,
        Instant parkedAt,
        @Nullable Instant resolvedAt) {

    static ParkedView of(Parked parked) {
        return new ParkedView(
                parked.id(),
                parked.lane().consumer(),
                parked.lane().topic(),
                parked.lane().aggregate(),
                parked.version(),
                parked.status(),
                parked.reason(),
                parked.attempts(),
                parked.raw().partition(),
                parked.raw().offset(),
                parked.raw().writtenAt(),
                parked.parkedAt(),
                parked.resolvedAt());
    }
}
