package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands at the end of a topic, to compare it with the journal before sending. */
final class TopicTail {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RelayKafka kafka;
    private final int depth;

    /**
     * @param depth records to look back per partition: as many as a dead leader may have doubled
     *     out of order
     */
    TopicTail(RelayKafka kafka, int depth) {
        this.kafka = kafka;
        this.depth = depth;
    }

    /**
     * The highest place of each partition that has one; empty optional where the topic does not
     * exist.
     */
    Optional<Ends> read(String topic) {
        try (var consumer = kafka.tailConsumer(depth)) {
            var partitions = consumer.partitionsFor(topic);
            if (partitions == null || partitions.isEmpty()) {
                return Optional.empty();
            }
            var assigned =
                    partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(assigned);
            var ends = consumer.endOffsets(assigned);
            var begins = consumer.beginningOffsets(assigned);
            ends.forEach((p, end) -> consumer.seek(p, Math.max(offset(begins, p), end - depth)));
            return Optional.of(new Ends(partitions.size(), highest(consumer, ends)));
        }
    }

    private static List<Place> highest(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var highest = new HashMap<Integer, Place>();
        var open = new ArrayList<>(ends.keySet());
        open.removeIf(p -> consumer.position(p) >= offset(ends, p));
        while (!open.isEmpty()) {
            for (var row : consumer.poll(POLL)) {
                var place = place(row);
                if (place != null) {
                    highest.merge(
                            row.partition(), place, (a, b) -> a.position >= b.position ? a : b);
                }
            }
            open.removeIf(p -> consumer.position(p) >= offset(ends, p));
        }
        return List.copyOf(highest.values());
    }

    /** Null for what is not an event of ours; the readers park it, it is not ours to judge. */
    private static @Nullable Place place(ConsumerRecord<byte[], byte[]> row) {
        var position = text(row.headers(), "ce_position");
        var hash = text(row.headers(), "ce_chainhash");
        if (position == null || hash == null || !position.matches("[1-9]\\d{0,17}")) {
            return null;
        }
        return new Place(row.partition(), Long.parseLong(position), hash);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), US_ASCII);
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    record Place(int partition, long position, String chainHash) {}

    /**
     * @param partitions of the topic
     * @param places the highest of each partition that has one
     */
    record Ends(int partitions, List<Place> places) {

        /** 0 for a partition without any. */
        Map<Integer, Long> byPartition() {
            var ends = new HashMap<Integer, Long>();
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(partition, 0L);
            }
            places.forEach(place -> ends.put(place.partition(), place.position()));
            return ends;
        }

        /** As Kafka's own clients choose it by the key. */
        int partitionOf(String subject) {
            return Utils.toPositive(Utils.murmur2(subject.getBytes(UTF_8))) % partitions;
        }
    }
}
