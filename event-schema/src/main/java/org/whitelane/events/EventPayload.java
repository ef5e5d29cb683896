package org.whitelane.events;

/**
 * What happened: the {@code data} of a CloudEvent. Each permitted record carries an {@link
 * EventType}.
 */
public sealed interface EventPayload
        permits RegistryEvent, WhitelistEvent, ApprovalEvent, NotificationEvent {

    /** The aggregate's id: CloudEvents {@code subject} and Kafka key. */
    String subject();
}
