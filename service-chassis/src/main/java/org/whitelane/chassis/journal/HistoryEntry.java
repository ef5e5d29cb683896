package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * For those who may see the object: what happened to it and when, as its marks let them see it;
 * nothing of who and why.
 *
 * @param position null while the entry waits for its place
 * @param data null where the reader may see nothing of it, of what is noted inside the service
 *     only, and of more than 64 KB
 */
record HistoryEntry(
        String id,
        String stream,
        @Nullable Long position,
        String type,
        long aggregateVersion,
        Instant recordedAt,
        @Nullable String correlationId,
        @Nullable JsonNode data) {}
