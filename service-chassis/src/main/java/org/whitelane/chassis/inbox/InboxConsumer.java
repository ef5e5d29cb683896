package org.whitelane.chassis.inbox;

import org.whitelane.events.Topic;

import java.util.Set;

/**
 * Declares a consumer; as a bean it gets a listener container of its own.
 *
 * @param name stable for ever: consumer group suffix and key of the inbox. Projections and effects
 *     (mail) are separate consumers, so that a rebuild repeats only the former.
 * @param handler called in the transaction that records the version as applied, at most once per
 *     version, in version order
 */
public record InboxConsumer(String name, Set<Topic> topics, EventHandler handler) {

    public InboxConsumer {
        if (!name.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException("Not a consumer's name: " + name);
        }
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("Consumer " + name + " has no topic.");
        }
    }
}
