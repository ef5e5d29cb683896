package org.whitelane.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The listener of each consumer. */
record InboxListeners(List<InboxListener> all) {

    static InboxListeners of(List<InboxConsumer> consumers, Inbox inbox, MeterRegistry meters) {
        return new InboxListeners(
                consumers.stream()
                        .map(c -> new InboxListener(c, inbox, InboxCounters.of(meters, c.name())))
                        .toList());
    }

    @Nullable InboxListener named(String consumer) {
        for (var listener : all) {
            if (listener.consumer().name().equals(consumer)) {
                return listener;
            }
        }
        return null;
    }
}
