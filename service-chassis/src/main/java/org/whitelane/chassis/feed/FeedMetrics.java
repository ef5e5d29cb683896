package org.whitelane.chassis.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far readers are behind. Regulators are few, so each has gauges of its own, under the opaque
 * id of its credential.
 */
final class FeedMetrics implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(FeedMetrics.class);

    private final List<MeterRegistry> registries = new ArrayList<>();
    private final List<Gauges> gauges = new ArrayList<>();

    private record Gauges(MultiGauge entries, MultiGauge age, MultiGauge disconnected) {}

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registries.add(registry);
        gauges.add(
                new Gauges(
                        MultiGauge.builder("whitelane.feed.lag")
                                .description(
                                        "Entries of the stream that the reader has not"
                                                + " acknowledged")
                                .register(registry),
                        MultiGauge.builder("whitelane.feed.lag.age")
                                .description(
                                        "Age of the oldest entry that the reader has not"
                                                + " acknowledged")
                                .baseUnit("seconds")
                                .register(registry),
                        MultiGauge.builder("whitelane.feed.disconnected")
                                .description("1 while something keeps the reader from reading on")
                                .register(registry)));
    }

    /** Of those whose grant has ended nothing is told any more. */
    synchronized void show(List<ReaderView> readers) {
        var open =
                readers.stream()
                        .filter(reader -> reader.grant().state() == Grant.State.GRANTED)
                        .toList();
        for (var some : gauges) {
            some.entries().register(rows(open, reader -> reader.lag().entries()), true);
            some.age().register(rows(open, reader -> reader.lag().seconds()), true);
            some.disconnected()
                    .register(
                            rows(
                                    open,
                                    reader ->
                                            reader.state() == ReaderStanding.State.DISCONNECTED
                                                    ? 1
                                                    : 0),
                            true);
        }
    }

    private static List<Row<?>> rows(List<ReaderView> readers, ToDoubleFunction<ReaderView> value) {
        var rows = new ArrayList<Row<?>>();
        for (var reader : readers) {
            var grant = reader.grant();
            rows.add(
                    Row.of(
                            Tags.of("stream", grant.stream())
                                    .and("issuer", grant.issuer())
                                    .and("reader", grant.subject()),
                            value.applyAsDouble(reader)));
        }
        return rows;
    }

    /** A reader holds another history than we do: somebody altered one of the two. */
    synchronized void alarm(String stream, FeedReader reader, long position) {
        // the counter is the alarm: whoever reads could fill the log with errors of ours at will
        log.warn("reader {} holds another hash of {} at {}", reader.subject(), stream, position);
        registries.forEach(
                registry ->
                        registry.counter("whitelane.feed.other.history", "stream", stream)
                                .increment());
    }
}
