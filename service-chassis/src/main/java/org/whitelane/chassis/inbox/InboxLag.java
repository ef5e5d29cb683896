package org.whitelane.chassis.inbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** How far a group is behind; the answer covers every instance, also while none runs. */
record InboxLag(GroupOffsets offsets) {

    long of(InboxConsumer consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        var partitions = GroupOffsets.partitions(consumer);
        var ends = offsets.ends(partitions);
        var committed = offsets.committed(consumer);
        var fresh = partitions.stream().filter(p -> !committed.containsKey(p)).toList();
        var beginnings = offsets.beginnings(fresh);
        long lag = 0;
        for (var partition : partitions) {
            var reached = committed.get(partition);
            long from = reached == null ? beginnings.getOrDefault(partition, 0L) : reached.offset();
            lag += Math.max(0, ends.getOrDefault(partition, 0L) - from);
        }
        return lag;
    }
}
