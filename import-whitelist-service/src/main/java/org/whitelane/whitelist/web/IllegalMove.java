package org.whitelane.whitelist.web;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A move that somebody tried and that the tables do not have.
 *
 * @param id grows with time
 * @param object id of the thing
 * @param move what was tried
 * @param allowed what could have been tried instead
 * @param subject the credential's opaque id
 */
record IllegalMove(
        long id,
        Instant at,
        String aggregate,
        String object,
        String status,
        String move,
        List<String> allowed,
        String subject,
        @Nullable String organisation,
        @Nullable String correlationId) {

    IllegalMove {
        allowed = List.copyOf(allowed);
    }
}
