package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;

/** What a record turned out to be. */
sealed interface Reading {

    /** Its place in the order is readable, whatever the rest is like. */
    sealed interface Placed extends Reading {
        Place place();
    }

    record Event(Place place, EventEnvelope<EventPayload> envelope, @Nullable String traceparent)
            implements Placed {}

    /** Of a newer release: stepped over. */
    record UnknownType(Place place) implements Placed {}

    record Broken(Place place, String reason) implements Placed {}

    /**
     * @param name what it is parked under: its key, else its partition and offset
     */
    record Unplaced(String name, String reason) implements Reading {}
}
