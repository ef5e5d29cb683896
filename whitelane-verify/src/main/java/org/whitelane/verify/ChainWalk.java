package org.whitelane.verify;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.ChainHasher;
import org.whitelane.verify.Item.Entry;
import org.whitelane.verify.Verdict.Broken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Follows a chain from its first entry. Entries come in the order in which the source has them; the
 * first that does not fit ends the walk, a few after it are looked at to tell what was done.
 */
final class ChainWalk implements Source.Walk {

    private final ChainHasher hasher = new ChainHasher();
    private final TreeMap<Long, Mark> marks = new TreeMap<>();
    private final List<Entry> after = new ArrayList<>();
    private final LongFunction<String> places;
    private byte[] hash;
    private long position;
    private long confirmed;
    private long stubs;
    private long nextMark;
    private @Nullable Entry last;
    private @Nullable Entry misfit;
    private @Nullable Broken broken;

    /**
     * @param genesis what position 1 is chained to
     * @param places where an item is, in the source's words
     */
    ChainWalk(byte[] genesis, Collection<Mark> marks, LongFunction<String> places) {
        this.hash = genesis.clone();
        this.places = places;
        marks.forEach(this::expect);
    }

    /** Of two at one place the signed one says more. */
    private void expect(Mark mark) {
        marks.merge(mark.position(), mark, (one, other) -> one.signed() ? one : other);
        nextMark = markAfter(position);
    }

    private long markAfter(long at) {
        var next = marks.higherKey(at);
        return next == null ? 0 : next;
    }

    @Override
    public boolean isDone() {
        return broken != null || after.size() >= Diagnosis.WINDOW;
    }

    @Override
    public void ends(long at, byte[] atHash) {
        if (at > position) {
            expect(new Mark(at, atHash, "its own head", false, true));
        } else if (broken == null
                && misfit == null
                && at == position
                && !Arrays.equals(hash, atHash)) {
            broken = new Broken("altered", position, ": its own head has another hash");
        }
    }

    @Override
    public void accept(Item item) {
        if (broken != null) {
            return;
        }
        switch (item) {
            case Item.Forged forged when misfit == null -> broken = forged(forged);
            case Item.Forged _ -> {} // the misfit before it is what counts
            case Entry entry -> acceptEntry(entry);
        }
    }

    private void acceptEntry(Entry entry) {
        if (misfit != null) {
            if (after.size() < Diagnosis.WINDOW) {
                after.add(entry);
            }
        } else if (entry.position() <= position) {
            broken = again(entry);
        } else if (entry.position() > position + 1) {
            broken = gap(entry);
        } else {
            follow(entry);
        }
    }

    Verdict finish() {
        if (broken == null && misfit != null) {
            broken = new Diagnosis(hasher, hash, position + 1, misfit, after, places).verdict();
        }
        if (broken == null) {
            broken = cut();
        }
        return broken == null ? new Verdict.Complete(position, hash, vouched(), stubs) : broken;
    }

    private long vouched() {
        return marks.values().stream()
                .filter(Mark::signed)
                .mapToLong(Mark::position)
                .max()
                .orElse(0);
    }

    private void follow(Entry entry) {
        var next = hasher.next(hash, entry.position(), entry.leaf());
        if (!Arrays.equals(next, entry.chainHash())) {
            misfit = entry;
            return;
        }
        hash = next;
        position = entry.position();
        last = entry;
        stubs += entry.isStub() ? 1 : 0;
        if (!entry.leafHolds()) {
            broken =
                    new Broken(
                            "altered", position, named(entry) + " has a leaf of another content");
        } else if (position == nextMark) {
            compare(marks.get(position));
            nextMark = markAfter(position);
        }
    }

    private void compare(@Nullable Mark mark) {
        if (mark == null) {
            return;
        }
        if (Arrays.equals(mark.hash(), hash)) {
            confirmed = position;
            return;
        }
        broken =
                new Broken(
                        "rewritten",
                        confirmed + 1,
                        " to %d: the chain fits in itself, but has hash %s at position %d where %s has %s; one of these entries was altered, and all hashes after it made anew"
                                .formatted(
                                        position,
                                        Chain.hex(hash),
                                        position,
                                        mark.who(),
                                        Chain.hex(mark.hash())));
    }

    private Broken forged(Item.Forged forged) {
        return new Broken(
                "forged",
                position + 1,
                ": what stands at %s, after %s, is no entry of the stream: %s"
                        .formatted(places.apply(forged.place()), before(), forged.why()));
    }

    private Broken again(Entry entry) {
        var before = last;
        if (before == null || before.position() != entry.position()) {
            return new Broken(
                    "reordered", entry.position(), named(entry) + " comes after " + before());
        }
        boolean same =
                Arrays.equals(before.chainHash(), entry.chainHash())
                        && Arrays.equals(before.leaf(), entry.leaf());
        return same
                ? new Broken("duplicated", entry.position(), named(entry) + " comes a second time")
                : new Broken(
                        "inserted",
                        entry.position(),
                        named(entry) + " stands where id %s stands already".formatted(before.id()));
    }

    private Broken gap(Entry entry) {
        long until = entry.position() - 1;
        return new Broken(
                "missing",
                position + 1,
                "%s: after %s comes position %d%s"
                        .formatted(
                                until > position + 1 ? " to " + until : "",
                                before(),
                                entry.position(),
                                named(entry)));
    }

    private @Nullable Broken cut() {
        var beyond =
                marks.values().stream()
                        .filter(mark -> mark.required() && mark.position() > position)
                        .reduce((one, other) -> other.signed() || !one.signed() ? other : one);
        return beyond.map(
                        mark ->
                                new Broken(
                                        "cut off",
                                        position + 1,
                                        "%s: the stream ends after %s, %s is at position %d"
                                                .formatted(
                                                        mark.position() > position + 1
                                                                ? " to " + mark.position()
                                                                : "",
                                                        before(),
                                                        mark.who(),
                                                        mark.position())))
                .orElse(null);
    }

    private String before() {
        var entry = last;
        return entry == null
                ? "nothing"
                : "position %d, id %s".formatted(entry.position(), entry.id());
    }

    private String named(Entry entry) {
        return ", id %s (%s)".formatted(entry.id(), places.apply(entry.place()));
    }
}
