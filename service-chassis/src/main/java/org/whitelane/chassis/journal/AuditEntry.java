package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;

/**
 * For auditors: who did what, why, and whether the record of it is still what was written.
 *
 * @param position null while the entry waits for its place
 * @param recordedAt by the database's clock
 * @param data the event as published, or for an internal entry as noted; null if it cannot be read
 * @param entryProof of the entry and its place in the chain
 */
record AuditEntry(
        String id,
        String stream,
        @Nullable Long position,
        String type,
        String subject,
        long aggregateVersion,
        String time,
        Instant recordedAt,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable JsonNode data,
        AuditProof entryProof,
        PrivateView privatePart) {

    /**
     * @param proof of the private part against the digest in the entry
     * @param erasedOn null if it was not erased, or before days were noted
     */
    record PrivateView(
            AuditProof proof,
            @Nullable LocalDate erasedOn,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
