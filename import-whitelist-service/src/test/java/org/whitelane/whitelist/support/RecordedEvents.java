package org.whitelane.whitelist.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.whitelane.events.Decoded;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.Topic;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.testing.Infra;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a consumer of the service's topics has seen so far. */
public final class RecordedEvents implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<UUID, EventEnvelope<EventPayload>> seen = new LinkedHashMap<>();
    private final Map<UUID, String> values = new LinkedHashMap<>();

    public RecordedEvents() {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Infra.bootstrapServers(),
                                ConsumerConfig.GROUP_ID_CONFIG,
                                "test-" + UUID.randomUUID(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(
                List.of(
                        Topic.SCHEME.topicName(),
                        Topic.REQUEST.topicName(),
                        Topic.BATCH.topicName(),
                        Topic.ENTRY.topicName(),
                        Topic.DECLARATION.topicName(),
                        Topic.UNIT.topicName(),
                        Topic.BAN.topicName()));
    }

    /** The events of one aggregate in their order; polls for more first. */
    public List<WhitelistEvent> of(String subject) {
        poll();
        return seen.values().stream()
                .filter(event -> event.subject().equals(subject))
                .sorted(Comparator.comparingLong(EventEnvelope::aggregateVersion))
                .map(event -> (WhitelistEvent) event.data())
                .toList();
    }

    /** The values of those events of an aggregate, byte for byte as they were published. */
    public List<String> valuesOf(String subject, Class<? extends WhitelistEvent> type) {
        poll();
        return seen.values().stream()
                .filter(event -> event.subject().equals(subject) && type.isInstance(event.data()))
                .map(event -> Objects.requireNonNull(values.get(event.id())))
                .toList();
    }

    public List<String> typesOf(String subject) {
        return of(subject).stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void poll() {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
            if (EventCodec.decode(headers(message), message.value())
                    instanceof Decoded.Known(var envelope)) {
                seen.put(envelope.id(), envelope);
                values.put(envelope.id(), new String(message.value(), UTF_8));
            }
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
