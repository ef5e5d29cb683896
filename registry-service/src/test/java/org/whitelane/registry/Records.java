package org.whitelane.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.whitelane.events.Decoded;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the broker has, in the order a plain consumer gets it. */
public final class Records {

    private Records() {}

    public static List<EventEnvelope<EventPayload>> of(Topic topic, String subject) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", Infra.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    IntStream.range(0, Topic.PARTITIONS)
                            .mapToObj(n -> new TopicPartition(topic.topicName(), n))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<EventEnvelope<EventPayload>>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (decode(record) instanceof Decoded.Known(var event)
                            && event.subject().equals(subject)) {
                        found.add(event);
                    }
                }
            }
            return found;
        }
    }

    private static Decoded decode(ConsumerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return EventCodec.decode(headers, record.value());
    }
}
