package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Topic;

/**
 * How far a stream has come.
 *
 * @param pending entries without a place yet
 * @param head last position
 * @param published last position known to be in the topic
 * @param stopped why nothing is sent, null while all is well
 */
record StreamStatus(
        String stream, long pending, long head, long published, @Nullable String stopped) {

    /** What the topic, or for an internal stream the chain, does not hold yet. */
    long lag() {
        return Topic.named(stream).isPresent() ? pending + head - published : pending;
    }
}
