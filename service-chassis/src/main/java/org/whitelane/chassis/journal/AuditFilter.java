package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an auditor looks for; either the object or the actor is named, so that an index bounds the
 * work.
 *
 * @param from when it was saved, inclusive
 * @param to exclusive
 */
record AuditFilter(
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to) {}
