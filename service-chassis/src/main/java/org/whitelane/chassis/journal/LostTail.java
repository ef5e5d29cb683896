package org.whitelane.chassis.journal;

import org.whitelane.events.Chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a topic holds beyond the journal's end, and whether it continues the journal's chain. Keeps
 * hashes only: a tail may be larger than memory.
 */
final class LostTail {

    private final Head head;
    private final SortedMap<Long, List<Spot>> spots = new TreeMap<>();

    LostTail(Head head) {
        this.head = head;
    }

    private record Spot(byte[] leaf, String chainHash) {

        boolean is(Spot other) {
            return chainHash.equals(other.chainHash) && Arrays.equals(leaf, other.leaf);
        }
    }

    /** Sent again, an event is the same. */
    void add(Arrived arrived) {
        if (arrived.position() <= head.position()) {
            return;
        }
        var spot = new Spot(arrived.leaf(), arrived.chainHash());
        var here = spots.computeIfAbsent(arrived.position(), _ -> new ArrayList<>(1));
        if (here.stream().noneMatch(spot::is)) {
            here.add(spot);
        }
    }

    sealed interface Verdict {

        /** The topic ends where the journal ends. */
        record Nothing() implements Verdict {}

        /**
         * @param leaves by position, without a gap from the one after the journal's end
         */
        record Continues(SortedMap<Long, byte[]> leaves) implements Verdict {

            boolean holds(Arrived arrived) {
                var leaf = leaves.get(arrived.position());
                return leaf != null && Arrays.equals(leaf, arrived.leaf());
            }
        }

        /**
         * @param position the first that does not fit
         */
        record Broken(long position, String why) implements Verdict {}
    }

    Verdict verdict() {
        if (spots.isEmpty()) {
            return new Verdict.Nothing();
        }
        var leaves = new TreeMap<Long, byte[]>();
        var hash = head.hash();
        for (long position = head.position() + 1; position <= spots.lastKey(); position++) {
            var fitting = fitting(hash, position);
            if (fitting.size() != 1) {
                return new Verdict.Broken(position, why(position, fitting.size()));
            }
            var leaf = fitting.getFirst().leaf();
            hash = Chain.next(hash, position, leaf);
            leaves.put(position, leaf);
        }
        return new Verdict.Continues(leaves);
    }

    /** A stranger's record with a hash that does not follow is none of the stream's. */
    private List<Spot> fitting(byte[] previous, long position) {
        return spots.getOrDefault(position, List.of()).stream()
                .filter(
                        spot ->
                                Chain.hex(Chain.next(previous, position, spot.leaf()))
                                        .equals(spot.chainHash()))
                .toList();
    }

    private String why(long position, int fitting) {
        if (!spots.containsKey(position)) {
            return "the topic has no event there";
        }
        if (fitting > 1) {
            return "the topic has two events there";
        }
        return position == head.position() + 1
                ? "what stands there does not continue the journal: it was altered, the journal"
                        + " went on by itself, or it is of another incarnation than "
                        + head.incarnation()
                : "what stands there was altered";
    }
}
