package org.whitelane.chassis.journal;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.chassis.observability.Work;

/**
 * A span per send, below the work that wrote the entry. A re-send has another one: nothing that is
 * hashed depends on it.
 */
record SendSpans(Traces traces, String topic) {

    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> PARTITION =
            AttributeKey.stringKey("messaging.destination.partition.id");

    Span start(StoredEntry entry) {
        var event = entry.attributes();
        var attributes =
                Attributes.builder()
                        .put("messaging.system", "kafka")
                        .put("messaging.operation.name", "send")
                        .put("messaging.operation.type", "send")
                        .put("messaging.destination.name", topic)
                        .put("messaging.message.id", event.id())
                        .put("cloudevents.event_type", event.type());
        if (event.correlationId() != null) {
            attributes.put("messaging.message.conversation_id", event.correlationId());
        }
        var parent = Traces.context(entry.traceparent());
        return traces.start("send " + topic, SpanKind.PRODUCER, parent, attributes.build());
    }

    /** The entry's own where no span is begun: what is stored may be more than we can read. */
    static @Nullable String traceparent(Span span, StoredEntry entry) {
        var sending = Traces.traceparent(span);
        return sending == null ? entry.traceparent() : sending;
    }

    static void end(Span span, @Nullable RecordMetadata place, @Nullable Exception error) {
        if (error != null) {
            Work.fail(span, error.getClass().getName());
        } else if (place != null) {
            span.setAttribute(PARTITION, Integer.toString(place.partition()));
            span.setAttribute(OFFSET, place.offset());
        }
        span.end();
    }
}
