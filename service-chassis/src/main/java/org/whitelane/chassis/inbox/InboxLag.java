package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.whitelane.events.Topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks the broker how far a group is behind; the answer covers every instance, also while none
 * runs.
 */
final class InboxLag implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final String service;

    InboxLag(Admin admin, String service) {
        this.admin = admin;
        this.service = service;
    }

    long of(InboxConsumer consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        var partitions =
                consumer.topics().stream()
                        .flatMap(
                                topic ->
                                        IntStream.range(0, Topic.PARTITIONS)
                                                .mapToObj(
                                                        p ->
                                                                new TopicPartition(
                                                                        topic.topicName(), p)))
                        .toList();
        var ends = offsets(partitions, OffsetSpec.latest());
        var reached = committed(service + "." + consumer.name());
        var fresh = partitions.stream().filter(p -> !reached.containsKey(p)).toList();
        reached.putAll(offsets(fresh, OffsetSpec.earliest()));
        return partitions.stream()
                .mapToLong(p -> Math.max(0, ends.getOrDefault(p, 0L) - reached.getOrDefault(p, 0L)))
                .sum();
    }

    private Map<TopicPartition, Long> committed(String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach(
                        (partition, offset) -> {
                            if (offset != null) {
                                committed.put(partition, offset.offset());
                            }
                        });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Iterable<TopicPartition> partitions, OffsetSpec spec)
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
