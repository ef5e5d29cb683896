package org.whitelane.chassis.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What happened to the records of one consumer, counted after each commit. */
record InboxCounters(Counter applied, Counter duplicates, Counter unknown) {

    static InboxCounters of(MeterRegistry meters, String consumer) {
        return new InboxCounters(
                meters.counter("whitelane.inbox.applied", "consumer", consumer),
                meters.counter("whitelane.inbox.duplicates", "consumer", consumer),
                meters.counter("whitelane.inbox.unknown", "consumer", consumer));
    }

    void count(Tally tally) {
        applied.increment(tally.applied());
        duplicates.increment(tally.duplicates());
        unknown.increment(tally.unknown());
    }
}
