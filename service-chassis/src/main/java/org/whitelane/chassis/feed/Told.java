package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Whether a reader knows the event at a position.
 *
 * @param since no later than that; null where nothing was done yet
 */
public record Told(FeedReader reader, State state, @Nullable Instant since) {

    /** From the surest on. */
    public enum State {
        /** Given in full, and the reader said that he has it. */
        ACKNOWLEDGED,
        /** Given in full; whether it arrived is not known. */
        DELIVERED,
        /** To be given in full, and not asked for yet. */
        PENDING,
        /** Neither given nor to be given in full: another type, or the grant has ended. */
        WITHHELD
    }
}
