package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.whitelane.events.EventCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts links on a topic. After the first failure it is of no use any more: nothing later may
 * overtake what failed.
 */
final class StreamProducer implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final SendSpans spans;
    private final Duration patience;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    StreamProducer(
            Producer<byte[], byte[]> producer, String topic, SendSpans spans, Duration patience) {
        this.producer = producer;
        this.topic = topic;
        this.spans = spans;
        this.patience = patience;
    }

    /**
     * Returns when the broker has acknowledged every one of them.
     *
     * @throws StreamBroken when trying again would not help
     * @throws RetriableException when another producer may succeed
     */
    void send(List<Link> links) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(links.size());
        try {
            for (var link : links) {
                sent.add(send(link));
            }
            for (var acknowledgement : sent) {
                acknowledgement.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (java.util.concurrent.TimeoutException e) {
            // after a broker's return the sequence numbers may not fit, and it tries for ever
            throw new TimeoutException("nothing was acknowledged for " + patience, e);
        } catch (InterruptException e) {
            throw e;
        } catch (ExecutionException | RuntimeException e) {
            // what closing aborts fails too: the first failure is the reason
            var first = failure.get();
            throw broken(first == null ? e : first);
        }
    }

    private Future<RecordMetadata> send(Link link) {
        var span = spans.start(link.entry());
        try {
            return producer.send(
                    row(link, SendSpans.traceparent(span, link.entry())),
                    (metadata, error) -> {
                        SendSpans.end(span, metadata, error);
                        onCompletion(error);
                    });
        } catch (RuntimeException e) {
            SendSpans.end(span, null, e);
            throw e;
        }
    }

    private void onCompletion(@Nullable Exception error) {
        if (error != null && failure.compareAndSet(null, error)) {
            producer.close(Duration.ZERO);
        }
    }

    private static RuntimeException broken(Exception cause) {
        return cause instanceof RetriableException retriable
                ? retriable
                : new StreamBroken("the broker refuses: " + cause, cause);
    }

    private ProducerRecord<byte[], byte[]> row(Link link, @Nullable String traceparent) {
        var entry = link.entry();
        var key = entry.attributes().subject().getBytes(UTF_8);
        var row = new ProducerRecord<>(topic, key, entry.value());
        EventCodec.headers(entry.attributes(), link.placement(), traceparent)
                .forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        return row;
    }

    /** Does not wait: what is not acknowledged is sent again. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
