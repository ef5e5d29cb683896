package org.whitelane.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listener of each consumer. */
record InboxListeners(Map<InboxConsumer, InboxListener> byConsumer) {

    static InboxListeners of(List<InboxConsumer> consumers, Inbox inbox, MeterRegistry meters) {
        var listeners = new LinkedHashMap<InboxConsumer, InboxListener>();
        for (var consumer : consumers) {
            var counters = InboxCounters.of(meters, consumer.name());
            listeners.put(consumer, new InboxListener(consumer, inbox, counters));
        }
        return new InboxListeners(listeners);
    }
}
