package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far a reader has come in one incarnation of a stream. The acknowledged place only ever moves
 * forward; a replay goes on beside it.
 *
 * @param ahead delivered from the acknowledged place on
 * @param again delivered elsewhere: a replay, or the beginning of a reader that began in the middle
 * @param dispute the newest acknowledgement with a hash that is not ours; null once one fits again
 * @param readAt null before the first page
 */
record ReaderProgress(
        String incarnation,
        long acknowledged,
        @Nullable Mark mark,
        Stretch ahead,
        @Nullable Stretch again,
        @Nullable Dispute dispute,
        @Nullable Instant readAt) {

    /** Of the acknowledged position. */
    record Mark(byte[] hash, Instant at) {}

    record Dispute(long position, byte[] hash, Instant at) {}

    sealed interface Acknowledged {

        /**
         * @param stretch what the reader is known to have now
         */
        record Newly(ReaderProgress progress, Stretch stretch) implements Acknowledged {}

        record Before(ReaderProgress progress) implements Acknowledged {}

        /**
         * @param upTo the last that was
         */
        record NeverDelivered(long upTo) implements Acknowledged {}
    }

    static ReaderProgress begin(String incarnation, Instant now) {
        return new ReaderProgress(
                incarnation, 0, null, new Stretch(0, 0, TypeFilter.ALL, now), null, null, null);
    }

    /**
     * @param page empty where there was nothing new
     */
    ReaderProgress delivered(Stretch page) {
        if (page.from() == page.to()) {
            return with(ahead, again, page.at());
        }
        if (ahead.takesUp(page.from())) {
            return with(ahead.with(page), again, page.at());
        }
        boolean goesOn = again != null && again.takesUp(page.from());
        return with(ahead, goesOn && again != null ? again.with(page) : page, page.at());
    }

    /**
     * @param hash of that position, the same as ours
     */
    Acknowledged acknowledge(long position, byte[] hash, Instant now) {
        if (position > acknowledged && ahead.holds(position)) {
            return newly(position, hash, ahead, again, now);
        }
        if (again != null && again.holds(position)) {
            var rest = again.behind(position);
            return position > acknowledged
                    ? newly(position, hash, again, null, now)
                    : new Acknowledged.Newly(
                            settled(position, rest.to() == position ? null : rest),
                            upTo(position, again));
        }
        if (position <= acknowledged) {
            return new Acknowledged.Before(settled(position, again));
        }
        return new Acknowledged.NeverDelivered(
                again == null ? ahead.to() : Math.max(ahead.to(), again.to()));
    }

    /**
     * Of a reader of the topic: no page tells how far it came, the hash alone says that it did.
     *
     * @param types that it may see
     */
    Acknowledged acknowledgeTopic(long position, byte[] hash, TypeFilter types, Instant now) {
        if (position <= acknowledged) {
            return new Acknowledged.Before(settled(position, again));
        }
        var progress =
                new ReaderProgress(
                        incarnation,
                        position,
                        new Mark(hash, now),
                        ahead.behind(position),
                        again,
                        settled(position),
                        readAt);
        return new Acknowledged.Newly(progress, new Stretch(acknowledged, position, types, now));
    }

    ReaderProgress disputed(long position, byte[] hash, Instant now) {
        return new ReaderProgress(
                incarnation,
                acknowledged,
                mark,
                ahead,
                again,
                new Dispute(position, hash, now),
                readAt);
    }

    private Acknowledged newly(
            long position, byte[] hash, Stretch stretch, @Nullable Stretch stays, Instant now) {
        var progress =
                new ReaderProgress(
                        incarnation,
                        position,
                        new Mark(hash, now),
                        stretch.behind(position),
                        stays,
                        settled(position),
                        readAt);
        return new Acknowledged.Newly(progress, upTo(position, stretch));
    }

    private static Stretch upTo(long position, Stretch stretch) {
        return new Stretch(stretch.from(), position, stretch.types(), stretch.at());
    }

    private ReaderProgress settled(long position, @Nullable Stretch stays) {
        return new ReaderProgress(
                incarnation, acknowledged, mark, ahead, stays, settled(position), readAt);
    }

    /** Whose chain fits at that place or a later one has our history again. */
    private @Nullable Dispute settled(long position) {
        return dispute == null || position >= dispute.position() ? null : dispute;
    }

    private ReaderProgress with(Stretch newAhead, @Nullable Stretch newAgain, Instant now) {
        return new ReaderProgress(
                incarnation, acknowledged, mark, newAhead, newAgain, dispute, now);
    }
}
