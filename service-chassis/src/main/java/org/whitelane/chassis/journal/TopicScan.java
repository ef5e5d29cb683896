package org.whitelane.chassis.journal;

import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Reads a topic from its beginning to the end that it has now. */
record TopicScan(RelayKafka kafka, int batch) {

    private static final Duration POLL = Duration.ofMillis(200);

    void each(String topic, Consumer<Arrived> reader) {
        try (var consumer = kafka.tailConsumer(batch)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var open = new ArrayList<>(partitions);
            open.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
            while (!open.isEmpty()) {
                consumer.poll(POLL).forEach(row -> Arrived.of(row).ifPresent(reader));
                open.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
            }
        }
    }
}
