package org.whitelane.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.whitelane.events.ApprovalEvent.IndRecorded;
import org.whitelane.events.Decoded;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Everything on the register's topic, read as any consumer would. */
final class PublishedInds implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", Infra.bootstrapServers(),
                            "auto.offset.reset", "earliest",
                            "enable.auto.commit", "false"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
    private final List<EventEnvelope<EventPayload>> seen = new ArrayList<>();

    PublishedInds() {
        consumer.assign(
                IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(p -> new TopicPartition(Topic.REGISTRATION.topicName(), p))
                        .toList());
    }

    /** All events so far; grows with every call. */
    List<EventEnvelope<EventPayload>> all() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(envelope(record)));
        return seen;
    }

    List<IndRecorded> of(List<String> ids) {
        return all().stream()
                .filter(event -> ids.contains(event.subject()))
                .map(EventEnvelope::data)
                .filter(IndRecorded.class::isInstance)
                .map(IndRecorded.class::cast)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static EventEnvelope<EventPayload> envelope(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return switch (EventCodec.decode(headers, record.value())) {
            case Decoded.Known known
                    when known.envelope().subject().equals(new String(record.key(), UTF_8)) ->
                    known.envelope();
            case Decoded other -> throw new AssertionError(other);
        };
    }
}
