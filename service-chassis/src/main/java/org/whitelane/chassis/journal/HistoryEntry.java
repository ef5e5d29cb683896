package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * For those who may see the object: what happened to it and when; nothing of who, why and the
 * content.
 *
 * @param position null while the entry waits for its place
 */
record HistoryEntry(
        String id,
        String stream,
        @Nullable Long position,
        String type,
        long aggregateVersion,
        Instant recordedAt,
        @Nullable String correlationId) {}
