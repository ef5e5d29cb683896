package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Topic;

import java.util.Set;

/**
 * Declares a consumer; as a bean it gets a listener container of its own.
 *
 * @param name stable for ever: consumer group suffix and key of the inbox. Projections and effects
 *     (mail) are separate consumers, so that a rebuild repeats only the former.
 * @param handler called in the transaction that records the version as applied, at most once per
 *     version, in version order; a rebuild of a projection begins again at the first
 * @param projection null for effects, which are never repeated
 */
public record InboxConsumer(
        String name, Set<Topic> topics, EventHandler handler, @Nullable Projection projection) {

    public InboxConsumer {
        if (!name.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException("Not a consumer's name: " + name);
        }
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("Consumer " + name + " has no topic.");
        }
    }

    /** Acts on the world: what it has done once must never be done again. */
    public static InboxConsumer effect(String name, Set<Topic> topics, EventHandler handler) {
        return new InboxConsumer(name, topics, handler, null);
    }

    public static InboxConsumer projection(
            String name, Set<Topic> topics, EventHandler handler, Projection projection) {
        return new InboxConsumer(name, topics, handler, projection);
    }

    boolean isProjection() {
        return projection != null;
    }
}
