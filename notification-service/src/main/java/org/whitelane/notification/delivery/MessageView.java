package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as operators see it: whose it is stays out.
 *
 * @param uncertain an attempt's end is unknown: this mail may have arrived twice, with this
 *     Message-ID
 */
record MessageView(
        UUID id,
        UUID eventId,
        UUID subscriptionId,
        String template,
        String status,
        boolean uncertain,
        String messageId,
        Instant queuedAt,
        @Nullable Instant finishedAt,
        List<AttemptView> attempts) {

    /**
     * @param outcome SENDING, SENT, REFUSED, NOT_SENT or UNCERTAIN
     * @param detail SMTP command and code, or what kind of failure
     */
    record AttemptView(
            Instant startedAt,
            @Nullable Instant endedAt,
            String outcome,
            @Nullable String detail) {}
}
