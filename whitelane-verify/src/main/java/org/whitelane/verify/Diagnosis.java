package org.whitelane.verify;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.ChainHasher;
import org.whitelane.verify.Item.Entry;
import org.whitelane.verify.Verdict.Broken;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What was done to a chain at the first entry that does not fit. The hash before it is known to be
 * right, so whether an entry belongs at a place can be computed; what is said is what was proven
 * so, and "altered" where nothing more can be.
 *
 * @param hash of the entry before
 * @param position where the entry stands
 * @param misfit the entry that does not fit
 * @param after those behind it
 */
record Diagnosis(
        ChainHasher hasher,
        byte[] hash,
        long position,
        Entry misfit,
        List<Entry> after,
        LongFunction<String> places) {

    /** How many entries behind it are looked at. */
    static final int WINDOW = 1000;

    Broken verdict() {
        var belongs = belonging();
        if (belongs != null) {
            return displaced(belongs);
        }
        long skipped = skipped();
        if (skipped > 0) {
            return new Broken(
                    "missing",
                    position,
                    "%s: id %s (%s), which stands there now, is chained to position %d"
                            .formatted(
                                    skipped > 1 ? " to " + (position + skipped - 1) : "",
                                    misfit.id(),
                                    places.apply(misfit.place()),
                                    position + skipped));
        }
        return new Broken(
                "altered",
                position,
                ", id %s (%s): its content does not give the hash it has in the chain%s"
                        .formatted(
                                misfit.id(),
                                places.apply(misfit.place()),
                                goesOn() ? neighbour() : ", nor does the chain go on from it"));
    }

    /**
     * The entry behind it whose content gives the hash that this place has, or its own, when it is
     * chained to the entry before the misfit.
     */
    private @Nullable Entry belonging() {
        for (var entry : after) {
            var here = hasher.next(hash, position, entry.leaf());
            if (Arrays.equals(here, misfit.chainHash()) || Arrays.equals(here, entry.chainHash())) {
                return entry;
            }
        }
        return null;
    }

    private Broken displaced(Entry belongs) {
        var truth = hasher.next(hash, position, belongs.leaf());
        boolean next = belongs == after.getFirst();
        if (next && !misfitFollows(truth)) {
            return new Broken(
                    "inserted",
                    position,
                    ", id %s (%s) is not chained to anything: id %s, the next, belongs here"
                            .formatted(misfit.id(), places.apply(misfit.place()), belongs.id()));
        }
        return new Broken(
                "reordered",
                position,
                " holds id %s (%s), id %s belongs here and stands at position %d"
                        .formatted(
                                misfit.id(),
                                places.apply(misfit.place()),
                                belongs.id(),
                                belongs.position()));
    }

    /** Whether two neighbours were only exchanged: whichever of the two hashes went along. */
    private boolean misfitFollows(byte[] truth) {
        var second = hasher.next(truth, position + 1, misfit.leaf());
        return Arrays.equals(second, misfit.chainHash())
                || Arrays.equals(second, after.getFirst().chainHash());
    }

    /** How many entries were taken away before it, when those behind it were numbered anew. */
    private long skipped() {
        if (after.isEmpty()) {
            return 0;
        }
        var next = after.getFirst();
        for (long skipped = 1; skipped <= WINDOW; skipped++) {
            var then = hasher.next(misfit.chainHash(), position + 1 + skipped, next.leaf());
            if (Arrays.equals(then, next.chainHash())) {
                return skipped;
            }
        }
        return 0;
    }

    private boolean goesOn() {
        if (after.isEmpty()) {
            return true;
        }
        var next = after.getFirst();
        return Arrays.equals(
                hasher.next(misfit.chainHash(), position + 1, next.leaf()), next.chainHash());
    }

    /** The hash before it may be the wrong one: whoever altered that entry could fit it in. */
    private String neighbour() {
        return position == 1
                ? ""
                : ", or position %d was altered together with its own hash".formatted(position - 1);
    }
}
