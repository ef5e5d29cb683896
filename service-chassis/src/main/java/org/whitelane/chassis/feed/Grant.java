package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * That a reader may read a stream.
 *
 * @param types what of it in full
 * @param reason the operator's words to the reader
 * @param since when it came into this state
 * @param version counts the operators' changes from 1
 */
record Grant(
        String stream,
        FeedReader reader,
        TypeFilter types,
        State state,
        @Nullable String reason,
        Instant since,
        long version) {

    enum State {
        GRANTED,
        /** Until an operator grants it again. */
        SUSPENDED,
        REVOKED
    }

    boolean isOpen() {
        return state == State.GRANTED;
    }
}
