package org.whitelane.events;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event as text, exactly as they stand on the wire and in the journal: the
 * chain hashes these characters, so nothing here is parsed and printed again.
 *
 * @param time RFC 3339 in UTC
 * @param aggregateVersion from 1
 */
public record EventAttributes(
        String id,
        String type,
        String source,
        String subject,
        String time,
        String dataSchema,
        String contentType,
        long aggregateVersion,
        @Nullable String correlationId,
        @Nullable String causationId) {

    public static final String JSON = "application/json";
}
