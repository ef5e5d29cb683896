package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Kafka topic, from the beginning to where it ended when the reading began. Kafka orders within a
 * partition only: {@link Sorter} puts the positions in order, and while one partition lags behind
 * the others wait, so that little lies in memory.
 */
final class TopicSource implements Source {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int OFFSET_BITS = 48;

    private final String topic;
    private final Map<String, Object> settings;
    private final @Nullable String incarnation;
    private final EventAttributesReader reader = new EventAttributesReader();
    private long repeated;

    /**
     * @param settings of a Kafka client
     * @param incarnation as the user was told; no record holds it
     */
    TopicSource(String topic, Map<String, Object> settings, @Nullable String incarnation) {
        this.topic = topic;
        this.settings = new HashMap<>(settings);
        this.settings.put("enable.auto.commit", false);
        this.settings.putIfAbsent("default.api.timeout.ms", 15_000);
        this.settings.putIfAbsent("allow.auto.create.topics", false);
        this.incarnation = incarnation;
    }

    @Override
    public String name() {
        return "topic " + topic;
    }

    @Override
    public String stream() {
        return topic;
    }

    @Override
    public @Nullable String incarnation() {
        return incarnation;
    }

    @Override
    public String place(long place) {
        return "partition %d, offset %d"
                .formatted(place >>> OFFSET_BITS, place & (1L << OFFSET_BITS) - 1);
    }

    @Override
    public String remark() {
        return repeated == 0 ? "" : "; %d records came again, as they may".formatted(repeated);
    }

    @Override
    public void read(Walk walk) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var sorter = new Sorter(walk);
            var ends = consumer.endOffsets(partitions);
            read(consumer, ends, sorter, walk);
            sorter.finish();
            repeated = sorter.repeated();
        } catch (KafkaException e) {
            throw new Unusable(
                    "topic %s cannot be read: %s".formatted(topic, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new Unusable("there is no topic " + topic);
        }
        return found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Sorter sorter,
            Walk walk) {
        while (!walk.isDone()
                && ends.entrySet().stream()
                        .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            var open =
                    ends.entrySet().stream()
                            .filter(e -> consumer.position(e.getKey()) < e.getValue())
                            .map(Map.Entry::getKey)
                            .toList();
            consumer.pause(open.stream().filter(p -> sorter.isAhead(p.partition(), open)).toList());
            consumer.resume(
                    open.stream().filter(p -> !sorter.isAhead(p.partition(), open)).toList());
            for (var row : consumer.poll(POLL)) {
                if (row.offset() < ends.getOrDefault(partition(row), 0L)) {
                    sorter.add(row.partition(), item(row));
                }
            }
        }
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> row) {
        return new TopicPartition(row.topic(), row.partition());
    }

    private Item item(ConsumerRecord<byte[], byte[]> row) {
        var attributes = new HashMap<String, String>();
        for (var header : row.headers()) {
            if (header.value() != null) {
                attributes.put(plain(header.key()), new String(header.value(), UTF_8));
            }
        }
        attributes.remove("leaf"); // none of the headers
        long place = (long) row.partition() << OFFSET_BITS | row.offset();
        return reader.read(attributes::get, row.value(), place);
    }

    private static String plain(String header) {
        return header.equals("content-type") ? "datacontenttype" : header.replaceFirst("^ce_", "");
    }
}
