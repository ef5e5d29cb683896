package org.whitelane.chassis.journal;

import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one stream's committed links in order, as long as this instance leads. It has its own
 * thread and producer, so that a topic that is missing or refuses holds up no other.
 */
final class StreamSender implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(StreamSender.class);

    private final String stream;
    private final RelayKafka kafka;
    private final TailCheck check;
    private final StreamStates states;
    private final JournalSettings settings;
    private final WakeUp wakeUp = new WakeUp();
    private volatile boolean closed;
    private volatile boolean finishing;

    StreamSender(String stream, RelayKafka kafka, TailCheck check, JournalSettings settings) {
        this.stream = stream;
        this.kafka = kafka;
        this.check = check;
        this.states = check.states();
        this.settings = settings;
    }

    void wake() {
        wakeUp.signal();
    }

    /** Makes {@link #run} return as soon as there is nothing to send, or nothing can be sent. */
    void finish() {
        finishing = true;
        wakeUp.signal();
    }

    /**
     * Makes {@link #run} return after the batch it is sending; an interrupt does not wait for that.
     */
    void close() {
        closed = true;
        wakeUp.signal();
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                if (states.isStopped(stream)) {
                    check.comparison().differs(stream);
                } else {
                    sendFromWatermark();
                }
                if (closed || finishing) {
                    return;
                }
                wakeUp.await(settings.poll());
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (StreamBroken e) {
                stop(e);
            } catch (RuntimeException | Error e) { // an Error would end the sender for good
                pause(e);
            }
        }
    }

    private void sendFromWatermark() throws InterruptedException {
        long sent = check.startAfter(stream);
        @Nullable StreamProducer producer = null;
        try {
            while (!closed) {
                var batch = check.links().after(stream, sent, settings.batch());
                if (batch.isEmpty() && finishing) {
                    return;
                }
                if (batch.isEmpty()) {
                    wakeUp.await(settings.poll());
                } else {
                    producer = producer == null ? kafka.producer(stream) : producer;
                    producer.send(batch);
                    sent = batch.getLast().position();
                    states.advance(stream, sent);
                }
            }
        } finally {
            if (producer != null) {
                producer.close();
            }
        }
    }

    private void stop(StreamBroken broken) {
        if (closed) {
            return; // the producer was taken away, nothing is broken
        }
        log.error(
                "stream {} is stopped until an operator resumes it: {}",
                stream,
                broken.reason(),
                broken);
        try {
            states.stop(stream, broken.reason(), broken.isBehind());
            check.comparison().differs(stream);
        } catch (RuntimeException e) {
            pause(e); // the error comes again, and with it the next try to write it down
        }
    }

    private void pause(Throwable e) {
        if (finishing) {
            closed = true; // the next start sends it
        }
        if (closed) {
            return;
        }
        log.warn("sending {} failed, trying again: {}", stream, e.toString());
        try {
            Thread.sleep(settings.poll()); // what is away must not be hammered
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
