package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whitelane.events.EventCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Sends one stream's committed links in order, as long as this instance leads. It has its own
 * thread and producer, so that a topic that is missing or refuses holds up no other.
 */
final class StreamSender implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(StreamSender.class);

    private final String stream;
    private final RelayKafka kafka;
    private final Links links;
    private final StreamStates states;
    private final JournalSettings settings;
    private final WakeUp wakeUp = new WakeUp();
    private volatile boolean closed;

    StreamSender(
            String stream,
            RelayKafka kafka,
            Links links,
            StreamStates states,
            JournalSettings settings) {
        this.stream = stream;
        this.kafka = kafka;
        this.links = links;
        this.states = states;
        this.settings = settings;
    }

    void wake() {
        wakeUp.signal();
    }

    /** Makes {@link #run} return; its thread is to be interrupted after this. */
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                if (states.isStopped(stream)) {
                    wakeUp.await(settings.poll());
                } else {
                    sendFromWatermark();
                }
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (StreamBroken e) {
                stop(e);
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    private void sendFromWatermark() throws InterruptedException {
        var tail = new TopicTail(kafka, settings.batch());
        long sent = new TailCheck(tail, links, states).startAfter(stream);
        @Nullable KafkaProducer<byte[], byte[]> producer = null;
        try {
            while (true) {
                var batch = links.after(stream, sent, settings.batch());
                if (batch.isEmpty()) {
                    wakeUp.await(settings.poll());
                } else {
                    producer = producer == null ? kafka.producer(stream) : producer;
                    send(producer, batch);
                    sent = batch.getLast().position();
                    states.advance(stream, sent);
                }
            }
        } finally {
            if (producer != null) {
                producer.close(Duration.ZERO); // what is not acknowledged is sent again
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<Link> batch)
            throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(batch.size());
        try {
            for (var link : batch) {
                sent.add(
                        producer.send(
                                record(link),
                                (metadata, failure) -> {
                                    if (failure != null) {
                                        producer.close(Duration.ZERO); // nothing later may overtake
                                    }
                                }));
            }
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw broken(e.getCause() == null ? e : e.getCause());
        } catch (
                IllegalStateException
                        e) { // closed by the callback: the reason is in an earlier future
            throw broken(firstFailure(sent, e));
        }
    }

    private static Throwable firstFailure(List<Future<RecordMetadata>> sent, Throwable otherwise) {
        return sent.stream()
                .filter(f -> f.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .findFirst()
                .orElse(otherwise);
    }

    private static RuntimeException broken(Throwable cause) {
        if (cause instanceof RetriableException retriable) {
            return retriable;
        }
        return new StreamBroken("the broker refuses: " + cause, cause);
    }

    private ProducerRecord<byte[], byte[]> record(Link link) {
        var entry = link.entry();
        var row =
                new ProducerRecord<>(
                        stream, entry.attributes().subject().getBytes(UTF_8), entry.value());
        EventCodec.headers(entry.attributes(), link.placement(), entry.traceparent())
                .forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        return row;
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
            states.stop(stream, broken.reason());
        } catch (RuntimeException e) {
            pause(e); // the error comes again, and with it the next try to write it down
        }
    }

    private void pause(RuntimeException e) {
        if (closed) {
            return;
        }
        log.warn("sending {} failed, trying again: {}", stream, e.toString());
        try {
            Thread.sleep(settings.poll()); // a database or broker that is away must not be hammered
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
