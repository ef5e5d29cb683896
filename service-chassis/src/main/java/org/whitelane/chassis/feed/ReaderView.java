package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.feed.ReaderProgress.Dispute;
import org.whitelane.events.Chain;

import java.time.Duration;
import java.time.Instant;

/**
 * A reader of a stream, as it and the operators see it.
 *
 * @param acknowledged null before the first acknowledgement
 * @param delivered the last position that was given to the reader without a hole before it
 * @param head the last position of the stream
 * @param why null while connected
 * @param otherHistory the last acknowledgement with a hash that is not ours, until one fits again
 * @param streamStoppedSince since when an error keeps the stream from its topic; the feed goes on
 */
record ReaderView(
        GrantView grant,
        String incarnation,
        @Nullable Place acknowledged,
        long delivered,
        long head,
        Lag lag,
        @Nullable Instant lastReadAt,
        ReaderStanding.State state,
        ReaderStanding.@Nullable Why why,
        @Nullable Place otherHistory,
        @Nullable Instant streamStoppedSince) {

    record Place(long position, String chainHash, Instant at) {}

    /**
     * @param entries that are not acknowledged
     * @param seconds age of the oldest of them
     */
    record Lag(long entries, long seconds) {}

    static ReaderView of(ReaderStanding standing, Instant now, Duration idleAfter) {
        var progress = standing.progress();
        var mark = progress == null ? null : progress.mark();
        return new ReaderView(
                GrantView.of(standing.grant()),
                standing.incarnation(),
                mark == null || progress == null
                        ? null
                        : new Place(progress.acknowledged(), Chain.hex(mark.hash()), mark.at()),
                standing.delivered(),
                standing.head(),
                new Lag(standing.lag(), standing.lagAge(now).toSeconds()),
                progress == null ? null : progress.readAt(),
                standing.state(now, idleAfter),
                standing.why(now, idleAfter),
                place(progress == null ? null : progress.dispute()),
                standing.stoppedAt());
    }

    private static @Nullable Place place(@Nullable Dispute dispute) {
        return dispute == null
                ? null
                : new Place(dispute.position(), Chain.hex(dispute.hash()), dispute.at());
    }
}
