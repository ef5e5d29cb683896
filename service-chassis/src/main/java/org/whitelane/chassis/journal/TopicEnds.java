package org.whitelane.chassis.journal;

import org.apache.kafka.common.TopicPartition;
import org.whitelane.events.CheckpointEvent.PartitionEnd;

import java.util.Comparator;
import java.util.List;

/** Where the partitions of a topic end: one request, however much they hold. */
record TopicEnds(RelayKafka kafka) {

    List<PartitionEnd> of(String topic) {
        try (var consumer = kafka.tailConsumer(1)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .map(end -> new PartitionEnd(end.getKey().partition(), end.getValue()))
                    .sorted(Comparator.comparingInt(PartitionEnd::partition))
                    .toList();
        }
    }
}
