package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListener;

/**
 * Hands records to the inbox one by one; what it throws makes the container wait and come back with
 * the same record.
 */
final class InboxListener implements MessageListener<byte[], byte[]> {

    private final InboxConsumer consumer;
    private final Inbox inbox;
    private final InboxCounters counters;
    private volatile @Nullable String waitingFor;

    InboxListener(InboxConsumer consumer, Inbox inbox, InboxCounters counters) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.counters = counters;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> record) {
        try {
            counters.count(inbox.take(consumer, RawRecord.of(record)));
            waitingFor = null;
        } catch (RuntimeException | Error e) {
            waitingFor = Texts.reason(e.toString());
            throw e;
        }
    }

    InboxConsumer consumer() {
        return consumer;
    }

    InboxCounters counters() {
        return counters;
    }

    /** What the last record could not be taken for; null while records are taken. */
    @Nullable String waitingFor() {
        return waitingFor;
    }
}
