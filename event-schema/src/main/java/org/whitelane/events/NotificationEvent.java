package org.whitelane.events;

import static org.whitelane.events.Audience.REGULATOR;

/** What notification-service publishes: that a subscription began or ended, never whose. */
public sealed interface NotificationEvent extends EventPayload {

    @EventType(
            value = "org.whitelane.notification.subscription-confirmed.v1",
            topic = Topic.SUBSCRIPTION)
    record SubscriptionConfirmed(
            @For(REGULATOR) String subscriptionId, @For(REGULATOR) String locale)
            implements NotificationEvent {
        @Override
        public String subject() {
            return subscriptionId;
        }
    }

    /**
     * @param reason ONE_CLICK, PAGE or BOUNCED
     */
    @EventType(
            value = "org.whitelane.notification.subscription-cancelled.v1",
            topic = Topic.SUBSCRIPTION)
    record SubscriptionCancelled(
            @For(REGULATOR) String subscriptionId, @For(REGULATOR) String reason)
            implements NotificationEvent {
        @Override
        public String subject() {
            return subscriptionId;
        }
    }

    /** A signed statement of how far a stream had come; aggregate id = the stream's name. */
    @EventType(
            value = "org.whitelane.notification.checkpoint-taken.v1",
            topic = Topic.NOTIFICATION_CHECKPOINT)
    record CheckpointTaken(
            @For(REGULATOR) String stream,
            @For(REGULATOR) Checkpoint checkpoint,
            @For(REGULATOR) String jws)
            implements NotificationEvent, CheckpointEvent {
        @Override
        public String subject() {
            return stream;
        }
    }
}
