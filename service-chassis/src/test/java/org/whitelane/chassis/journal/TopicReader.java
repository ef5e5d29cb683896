package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.whitelane.testing.Infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything a topic holds, in the order of each partition. */
final class TopicReader {

    private TopicReader() {}

    static List<Row> read(String topic) {
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var rows = new ArrayList<Row>();
            while (ends.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(row -> rows.add(Row.of(row)));
            }
            return rows;
        }
    }

    static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", Infra.bootstrapServers(),
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    record Row(
            int partition, String key, Map<String, String> headers, String value, long timestamp) {

        static Row of(ConsumerRecord<byte[], byte[]> row) {
            var headers = new TreeMap<String, String>();
            row.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
            return new Row(
                    row.partition(),
                    new String(row.key(), UTF_8),
                    headers,
                    new String(row.value(), UTF_8),
                    row.timestamp());
        }

        long position() {
            return Long.parseLong(header("ce_position"));
        }

        long version() {
            return Long.parseLong(header("ce_aggregateversion"));
        }

        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }
}
