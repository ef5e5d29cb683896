package org.whitelane.events;

/** What {@link EventCodec#decode} made of a record. */
public sealed interface Decoded {

    record Known(EventEnvelope<EventPayload> envelope) implements Decoded {}

    /** A type of a newer release: readers step over it, the order per aggregate holds. */
    record Unknown(String type, String subject, long aggregateVersion) implements Decoded {}

    /** Not an event, or one whose data does not fit its type. */
    record Malformed(String reason) implements Decoded {}
}
