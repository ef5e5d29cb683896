package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A consumer of this service.
 *
 * @param kind a projection can be rebuilt, an effect must not be repeated
 * @param rebuild the last one, null if there was none
 */
record ConsumerView(
        String consumer, Kind kind, List<String> topics, @Nullable RebuildView rebuild) {

    enum Kind {
        PROJECTION,
        EFFECT
    }

    static ConsumerView of(InboxConsumer consumer, @Nullable RebuildView rebuild) {
        return new ConsumerView(
                consumer.name(),
                consumer.isProjection() ? Kind.PROJECTION : Kind.EFFECT,
                topics(consumer),
                rebuild);
    }

    static List<String> topics(InboxConsumer consumer) {
        return consumer.topics().stream().map(Topic::topicName).sorted().toList();
    }

    /**
     * @param state READING: decisions that rest on it are refused; LOOKING_AGAIN: whoever decided
     *     by it is told; DONE
     * @param doneAt null until it is done
     * @param partitions how far each is, by topic and number; empty once it is done, null while the
     *     broker does not say
     */
    record RebuildView(
            UUID id,
            RebuildState state,
            Instant askedAt,
            @Nullable Instant doneAt,
            @Nullable List<RebuildProgress.Partition> partitions) {}
}
