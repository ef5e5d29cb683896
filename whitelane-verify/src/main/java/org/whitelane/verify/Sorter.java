package org.whitelane.verify;

import org.apache.kafka.common.TopicPartition;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts what arrives from several partitions in the order of positions, and drops what comes again
 * with the same content: the reader's rule (docs/events.md).
 */
final class Sorter {

    /** Entries that may wait for an earlier one before the partitions ahead are stopped. */
    private static final int MOST = 100_000;

    /** Entries that were passed on and are remembered: a re-send comes soon. */
    private static final int REMEMBERED = 200_000;

    private final Source.Walk walk;
    private final TreeMap<Long, Item.Entry> waiting = new TreeMap<>();
    private final TreeMap<Long, Item.Entry> passed = new TreeMap<>();
    private final Map<Integer, Long> reached = new HashMap<>();
    private long next = 1;
    private long repeated;

    Sorter(Source.Walk walk) {
        this.walk = walk;
    }

    void add(int partition, Item item) {
        switch (item) {
            case Item.Forged forged -> walk.accept(forged);
            case Item.Entry entry -> add(partition, entry);
        }
    }

    private void add(int partition, Item.Entry entry) {
        reached.merge(partition, entry.position(), Math::max);
        var known = waiting.getOrDefault(entry.position(), passed.get(entry.position()));
        if (known == null && entry.position() >= next) {
            waiting.put(entry.position(), entry);
        } else if (known == null) {
            repeated++; // resent so much later that what it repeats is forgotten
        } else if (same(known, entry)) {
            repeated++;
        } else {
            walk.accept(new Item.Forged(contradiction(known, entry), entry.place()));
        }
        pass();
    }

    private static boolean same(Item.Entry one, Item.Entry other) {
        return Arrays.equals(one.chainHash(), other.chainHash())
                && Arrays.equals(one.leaf(), other.leaf());
    }

    private static String contradiction(Item.Entry known, Item.Entry entry) {
        return "position %d comes twice with different content, ids %s and %s"
                .formatted(entry.position(), known.id(), entry.id());
    }

    private void pass() {
        for (var entry = waiting.remove(next); entry != null; entry = waiting.remove(next)) {
            passed.put(next++, entry);
            if (passed.size() > REMEMBERED) {
                passed.pollFirstEntry();
            }
            walk.accept(entry);
        }
    }

    /** Whether a partition should wait: much is in memory, and another one is further behind. */
    boolean isAhead(int partition, Collection<TopicPartition> open) {
        if (waiting.size() < MOST) {
            return false;
        }
        long mine = reached.getOrDefault(partition, 0L);
        return open.stream().anyMatch(other -> reached.getOrDefault(other.partition(), 0L) < mine);
    }

    /** At the ends of all partitions: what is missing now will not come. */
    void finish() {
        waiting.values().forEach(walk::accept);
        waiting.clear();
    }

    long repeated() {
        return repeated;
    }
}
