package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/**
 * Hands records to the inbox one by one; what it throws makes the container wait and come back with
 * the same record.
 */
final class InboxListener implements MessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

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
        var raw = RawRecord.of(record);
        try {
            var tally = inbox.take(consumer, raw);
            waitingFor = null;
            counters.count(tally);
            if (tally.parked() > 0) {
                LOG.warn("{} has parked {}", consumer.name(), raw.where());
            }
        } catch (RuntimeException e) {
            waitingFor = Texts.reason(e.toString());
            throw e;
        } catch (Error e) {
            waitingFor = Texts.reason(e.toString());
            // an Error would end the container for good
            throw new IllegalStateException(e);
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
