package org.whitelane.chassis.inbox;

import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;

/**
 * Applies one event; throwing rolls the whole step back and, if it keeps throwing, parks the
 * record. {@link Unavailable} and what a database throws while it is away pause the consumer
 * instead.
 */
@FunctionalInterface
public interface EventHandler {

    void on(EventEnvelope<EventPayload> event);
}
