package org.whitelane.chassis.inbox;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

import org.slf4j.MDC;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;

/**
 * A span per call of a handler, also of repeated and replayed ones, below the span that sent the
 * record.
 */
record ProcessSpans(Traces traces, String service) {

    InboxConsumer around(InboxConsumer consumer) {
        var group = service + "." + consumer.name();
        return new InboxConsumer(
                consumer.name(),
                consumer.topics(),
                event -> process(group, event, consumer.handler()),
                consumer.projection());
    }

    private void process(String group, EventEnvelope<EventPayload> event, EventHandler handler) {
        var topic = EventTypes.topicOf(event.data().getClass()).topicName();
        var attributes = attributes(group, topic, event);
        try (var work =
                traces.begin(
                        "process " + topic, SpanKind.CONSUMER, Context.current(), attributes)) {
            try {
                handler.on(event);
            } catch (RuntimeException | Error e) {
                work.fail(e.getClass().getName());
                throw e;
            }
        }
    }

    private static Attributes attributes(
            String group, String topic, EventEnvelope<EventPayload> event) {
        var attributes =
                Attributes.builder()
                        .put("messaging.system", "kafka")
                        .put("messaging.operation.name", "process")
                        .put("messaging.operation.type", "process")
                        .put("messaging.destination.name", topic)
                        .put("messaging.consumer.group.name", group)
                        .put("messaging.message.id", event.id().toString())
                        .put("cloudevents.event_type", event.type());
        var correlation = MDC.get("correlationId"); // as Handling has checked it
        if (correlation != null) {
            attributes.put("messaging.message.conversation_id", correlation);
        }
        return attributes.build();
    }
}
