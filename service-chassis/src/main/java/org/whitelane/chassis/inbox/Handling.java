package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.whitelane.chassis.observability.CurrentTrace;
import org.whitelane.chassis.observability.Traces;

/** Calls a handler with the event's ids and trace, where logs and journal take them from. */
final class Handling {

    private static final String CORRELATION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Handling() {}

    static void handle(InboxConsumer consumer, Reading.Event event) {
        var envelope = event.envelope();
        var id = envelope.id().toString();
        var correlation = envelope.correlationId();
        boolean usable = correlation != null && correlation.matches(CORRELATION);
        try (var _ = new Entry("correlationId", usable ? correlation : id);
                var _ = new Entry("causationId", id);
                var _ = CurrentTrace.enter(Traces.context(event.traceparent()))) {
            consumer.handler().on(envelope);
        }
    }

    /** Puts back what was there: a replay runs inside an operator's request. */
    private static final class Entry implements AutoCloseable {

        private final String key;
        private final @Nullable String before;

        Entry(String key, @Nullable String value) {
            this.key = key;
            this.before = MDC.get(key);
            set(key, value);
        }

        @Override
        public void close() {
            set(key, before);
        }

        private static void set(String key, @Nullable String value) {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        }
    }
}
