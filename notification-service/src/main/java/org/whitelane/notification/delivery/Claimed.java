package org.whitelane.notification.delivery;

import org.whitelane.notification.message.MessageId;
import org.whitelane.notification.message.Template;

import java.time.Instant;
import java.util.UUID;

/** A queued message that one worker may send until its lease ends. */
record Claimed(
        UUID id,
        UUID eventId,
        UUID subscriptionId,
        Template template,
        Instant occurredAt,
        Instant queuedAt,
        int deferrals) {

    String messageId(String domain) {
        return MessageId.of(eventId, subscriptionId, template, domain);
    }
}
