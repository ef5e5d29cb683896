package org.whitelane.notification.delivery;

import io.opentelemetry.api.trace.Span;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.notification.message.MessageId;
import org.whitelane.notification.message.Template;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A queued message that one worker may send until its lease ends.
 *
 * @param traceparent of the work that queued it
 */
record Claimed(
        UUID id,
        UUID eventId,
        UUID subscriptionId,
        Template template,
        Instant occurredAt,
        Instant queuedAt,
        int deferrals,
        @Nullable String traceparent) {

    String messageId(String domain) {
        return MessageId.of(eventId, subscriptionId, template, domain);
    }

    Optional<String> traceId() {
        var trace = Span.fromContext(Traces.context(traceparent)).getSpanContext();
        return trace.isValid() ? Optional.of(trace.getTraceId()) : Optional.empty();
    }
}
