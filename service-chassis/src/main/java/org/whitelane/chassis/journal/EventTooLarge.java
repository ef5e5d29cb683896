package org.whitelane.chassis.journal;

/** A bug of the producer: events are small, content belongs elsewhere. */
public final class EventTooLarge extends RuntimeException {

    public EventTooLarge(String type, int bytes, int limit) {
        super("%s has %d bytes, the limit is %d".formatted(type, bytes, limit));
    }
}
