package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.whitelane.events.Topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the broker knows of a consumer's group and topics; the same whichever instance asks. */
final class GroupOffsets implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final String service;

    GroupOffsets(Admin admin, String service) {
        this.admin = admin;
        this.service = service;
    }

    static List<TopicPartition> partitions(InboxConsumer consumer) {
        return consumer.topics().stream()
                .flatMap(
                        topic ->
                                IntStream.range(0, Topic.PARTITIONS)
                                        .mapToObj(p -> new TopicPartition(topic.topicName(), p)))
                .toList();
    }

    Map<TopicPartition, OffsetAndMetadata> committed(InboxConsumer consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
        admin.listConsumerGroupOffsets(service + "." + consumer.name())
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach(
                        (partition, offset) -> {
                            if (offset != null) {
                                committed.put(partition, offset);
                            }
                        });
        return committed;
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        return offsets(partitions, OffsetSpec.latest());
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(p -> wanted.put(p, spec));
        return admin
                .listOffsets(wanted)
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
