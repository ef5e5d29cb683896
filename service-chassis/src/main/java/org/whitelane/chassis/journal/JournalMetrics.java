package org.whitelane.chassis.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.dao.DataAccessException;
import org.whitelane.events.Topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lag and stops per stream; one query serves all gauges of a scrape. */
final class JournalMetrics implements MeterBinder {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final JournalStatus status;
    private final String service;
    private Map<String, StreamStatus> last = Map.of();
    private boolean known;
    private boolean asked;
    private long askedAt;

    JournalMetrics(JournalStatus status, String service) {
        this.status = status;
        this.service = service;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        streams().forEach(stream -> bind(registry, stream));
    }

    private void bind(MeterRegistry registry, String stream) {
        Gauge.builder("whitelane.journal.lag", this, m -> m.value(stream, StreamStatus::lag))
                .description("Events that were saved and are not known to be in their topic")
                .tag("stream", stream)
                .register(registry);
        Gauge.builder(
                        "whitelane.journal.stopped",
                        this,
                        m -> m.value(stream, s -> s.stopped() == null ? 0 : 1))
                .description("1 while an error keeps the stream from being sent")
                .tag("stream", stream)
                .register(registry);
    }

    private Stream<String> streams() {
        var topics =
                Arrays.stream(Topic.values())
                        .filter(t -> t.context().equals(service))
                        .map(Topic::topicName);
        return Stream.concat(topics, Stream.of(JdbcJournal.internalStream(service)));
    }

    private synchronized double value(String stream, ToDoubleFunction<StreamStatus> of) {
        refresh();
        if (!known) {
            return Double.NaN;
        }
        var found = last.get(stream);
        return found == null ? 0 : of.applyAsDouble(found);
    }

    private void refresh() {
        if (asked && System.nanoTime() - askedAt < FRESH) {
            return; // also after a failure: else every gauge of a scrape would wait for the
            // database
        }
        try {
            last =
                    status.all().stream()
                            .collect(Collectors.toMap(StreamStatus::stream, Function.identity()));
            known = true;
        } catch (DataAccessException e) {
            known = false; // the database's own health tells why
        } finally {
            asked = true;
            askedAt = System.nanoTime();
        }
    }
}
