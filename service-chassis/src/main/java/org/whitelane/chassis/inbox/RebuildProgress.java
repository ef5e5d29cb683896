package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Where a rebuild is, against the ends that the topics had when it began.
 *
 * @param partitions by topic and number
 */
record RebuildProgress(List<Partition> partitions) {

    /**
     * @param reached offset up to which it was read since the rebuild began
     * @param target offset up to which it has to be; null until the broker has told
     */
    record Partition(String topic, int partition, long reached, @Nullable Long target) {

        boolean isReached() {
            return target != null && reached >= target;
        }
    }

    static RebuildProgress of(
            InboxConsumer consumer,
            UUID generation,
            Map<TopicPartition, Long> targets,
            GroupOffsets offsets)
            throws InterruptedException, ExecutionException, TimeoutException {
        var all = GroupOffsets.partitions(consumer);
        var committed = offsets.committed(consumer);
        var beginnings = offsets.beginnings(all);
        var ends = offsets.ends(all);
        var partitions = new ArrayList<Partition>();
        for (var partition : all) {
            long begin = beginnings.getOrDefault(partition, 0L);
            long reached = reached(generation, committed.get(partition), begin);
            var target = targets.get(partition);
            // a topic that was made anew meanwhile is shorter than it was
            var bounded =
                    target == null ? null : Math.min(target, ends.getOrDefault(partition, 0L));
            partitions.add(
                    new Partition(partition.topic(), partition.partition(), reached, bounded));
        }
        partitions.sort(
                Comparator.comparing(Partition::topic).thenComparingInt(Partition::partition));
        return new RebuildProgress(partitions);
    }

    private static long reached(UUID generation, @Nullable OffsetAndMetadata at, long begin) {
        return at != null && generation.toString().equals(at.metadata())
                ? Math.max(begin, at.offset())
                : begin;
    }

    boolean isWhole() {
        return partitions.stream().allMatch(Partition::isReached);
    }
}
