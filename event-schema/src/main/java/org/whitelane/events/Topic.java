package org.whitelane.events;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every Kafka topic of the suite: one per aggregate, key = aggregate id. Declared here and nowhere
 * else; deployments create them from this list, since {@code auto.create.topics.enable} is false.
 */
public enum Topic {
    ORGANISATION("whitelane.registry.organisation.v1"),
    CALENDAR("whitelane.registry.calendar.v1"),
    SCHEME("whitelane.whitelist.scheme.v1"),
    REQUEST("whitelane.whitelist.request.v1"),
    BATCH("whitelane.whitelist.batch.v1"),
    ENTRY("whitelane.whitelist.entry.v1"),
    DECLARATION("whitelane.whitelist.declaration.v1"),
    UNIT("whitelane.whitelist.unit.v1"),
    BAN("whitelane.whitelist.ban.v1"),
    REGISTRATION("whitelane.approval.registration.v1"),
    SUBSCRIPTION("whitelane.notification.subscription.v1"),
    REGISTRY_CHECKPOINT("whitelane.registry.checkpoint.v1"),
    WHITELIST_CHECKPOINT("whitelane.whitelist.checkpoint.v1"),
    APPROVAL_CHECKPOINT("whitelane.approval.checkpoint.v1"),
    NOTIFICATION_CHECKPOINT("whitelane.notification.checkpoint.v1");

    /**
     * Never changed: another number would move keys to other partitions and break the order per
     * aggregate.
     */
    public static final int PARTITIONS = 6;

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /**
     * The name on the broker, {@code whitelane.<context>.<aggregate>.v<major>}; also the name of
     * the journal's stream.
     */
    public String topicName() {
        return topicName;
    }

    /**
     * {@code registry}, {@code whitelist}, {@code approval} or {@code notification}: the only
     * producer.
     */
    public String context() {
        return topicName.split("\\.", -1)[1];
    }

    /** Where the checkpoints of a service's streams are published; there are none of it itself. */
    public static Topic checkpointsOf(String context) {
        return named("whitelane." + context + ".checkpoint.v1")
                .orElseThrow(() -> new IllegalArgumentException("no context " + context));
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values()).filter(t -> t.topicName.equals(topicName)).findFirst();
    }
}
