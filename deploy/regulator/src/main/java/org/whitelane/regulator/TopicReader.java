package org.whitelane.regulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole topic, from the beginning to where it ended when the reading began. */
final class TopicReader {

    private TopicReader() {}

    static List<Entry> read(String bootstrapServers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var entries = new ArrayList<Entry>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> entries.add(entry(r)));
            }
            return entries;
        }
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        var attributes = new HashMap<String, String>();
        for (var header : kafkaRecord.headers()) {
            var name =
                    header.key().equals("content-type")
                            ? "datacontenttype"
                            : header.key().replaceFirst("^ce_", "");
            attributes.put(name, new String(header.value(), UTF_8));
        }
        return new Entry(attributes, kafkaRecord.value());
    }
}
