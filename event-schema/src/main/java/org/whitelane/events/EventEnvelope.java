package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A CloudEvent 1.0 with our extensions.
 *
 * @param aggregateVersion the count of this aggregate's events in this stream, from 1; the only
 *     order to rely on
 * @param time when it happened, for people; never for ordering
 * @param placement where the sequencer put it; absent until then
 */
public record EventEnvelope<T extends EventPayload>(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        long aggregateVersion,
        @Nullable String correlationId,
        @Nullable String causationId,
        T data,
        @Nullable Placement placement) {}
