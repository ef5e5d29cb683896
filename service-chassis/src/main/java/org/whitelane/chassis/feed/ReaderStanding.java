package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Everything that is known of a reader of one stream.
 *
 * @param progress null before the first page
 * @param oldestWaiting when the first entry was recorded that the reader has not acknowledged
 * @param stoppedAt since when an error keeps the stream from its topic; the feed goes on, unless
 *     the stream is behind
 * @param behind the topic holds more than the journal
 */
record ReaderStanding(
        Grant grant,
        @Nullable ReaderProgress progress,
        String incarnation,
        long head,
        @Nullable Instant oldestWaiting,
        @Nullable Instant stoppedAt,
        boolean behind) {

    enum State {
        CONNECTED,
        /** Nothing is in the way, but the reader has not asked for long. */
        IDLE,
        /** What the reader asks for is refused. */
        DISCONNECTED
    }

    /**
     * @param code stable
     * @param remedy what to do
     */
    record Why(String code, String detail, String remedy, Instant since) {}

    /** Of this incarnation, else 0. */
    long acknowledged() {
        return progress == null || isOfThePast() ? 0 : progress.acknowledged();
    }

    long delivered() {
        return progress == null || isOfThePast()
                ? 0
                : Math.max(progress.ahead().to(), progress.acknowledged());
    }

    long lag() {
        return Math.max(0, head - acknowledged());
    }

    /** Age of the oldest entry that the reader has not acknowledged. */
    Duration lagAge(Instant now) {
        return oldestWaiting == null || oldestWaiting.isAfter(now)
                ? Duration.ZERO
                : Duration.between(oldestWaiting, now);
    }

    State state(Instant now, Duration idleAfter) {
        if (disconnected(now) != null) {
            return State.DISCONNECTED;
        }
        return idleSince().plus(idleAfter).isBefore(now) ? State.IDLE : State.CONNECTED;
    }

    /** Null where the reader is connected. */
    @Nullable Why why(Instant now, Duration idleAfter) {
        var disconnected = disconnected(now);
        if (disconnected != null || state(now, idleAfter) == State.CONNECTED) {
            return disconnected;
        }
        return new Why(
                "not-heard-from",
                "Nothing was asked for since then.",
                "Ask for the next page; it goes on behind what was acknowledged.",
                idleSince());
    }

    private @Nullable Why disconnected(Instant now) {
        return switch (grant.state()) {
            case REVOKED ->
                    new Why(
                            "feed-grant-revoked",
                            reason("The operator took the grant back"),
                            "Ask the operator for a new one.",
                            grant.since());
            case SUSPENDED ->
                    new Why(
                            "feed-grant-suspended",
                            reason("The operator suspended the grant"),
                            "Settle it with the operator, who grants it again.",
                            grant.since());
            case GRANTED -> broken(now);
        };
    }

    private @Nullable Why broken(Instant now) {
        if (progress != null && isOfThePast()) {
            return new Why(
                    "stream-begun-anew",
                    "The stream was begun anew after its loss; positions and cursors of before are"
                            + " void.",
                    "Keep what you have apart, and read by afterPosition=0.",
                    seen(now));
        }
        if (behind || acknowledged() > head) {
            return new Why(
                    "stream-behind",
                    "The database was restored: the stream ends at %d, before what was told already."
                            .formatted(head),
                    "Wait until the operator has taken over what is missing.",
                    stoppedAt == null ? seen(now) : stoppedAt);
        }
        var dispute = progress == null ? null : progress.dispute();
        return dispute == null
                ? null
                : new Why(
                        "other-history",
                        "What you acknowledged at position %d has another hash than ours."
                                .formatted(dispute.position()),
                        "Tell the operator; read by afterPosition=0 to find where the two part. An"
                                + " acknowledgement that fits, there or later, ends it.",
                        dispute.at());
    }

    private boolean isOfThePast() {
        return progress != null && !progress.incarnation().equals(incarnation);
    }

    private String reason(String otherwise) {
        return otherwise + (grant.reason() == null ? "." : ": " + grant.reason());
    }

    private Instant idleSince() {
        var read = progress == null ? null : progress.readAt();
        return read == null || read.isBefore(grant.since()) ? grant.since() : read;
    }

    private Instant seen(Instant now) {
        var read = progress == null ? null : progress.readAt();
        return read == null ? now : read;
    }
}
