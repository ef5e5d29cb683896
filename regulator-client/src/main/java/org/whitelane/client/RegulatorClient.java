package org.whitelane.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads one stream for good: Kafka for what comes, the pull feed for what Kafka lacks. Applies the
 * reader's rule of docs/events.md. Not for several threads.
 */
public final class RegulatorClient implements AutoCloseable {

    /** How long a position may be missing behind later ones before the feed is asked for it. */
    private static final Duration GAP = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Feed feed;
    private final Progress progress;
    private final TreeMap<Long, Slot> waiting = new TreeMap<>();
    private long gapSince;
    private long fetched;
    private long acknowledged;

    /**
     * @param stream name of the topic
     * @param kafka settings of a Kafka client, {@code bootstrap.servers} at least
     * @param feed {@code …/feed/<stream>}
     * @param token a bearer token of a regulator, asked for at each request
     * @param memory file for what was handled
     */
    public RegulatorClient(
            String stream,
            Map<String, Object> kafka,
            URI feed,
            Supplier<String> token,
            Path memory) {
        this.feed = new Feed(feed, token);
        this.progress = new Progress(memory);
        progress.begin(stream, this.feed.incarnation());
        var settings = new HashMap<>(kafka);
        settings.put("enable.auto.commit", false);
        var bytes = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(settings, bytes, bytes);
        var partitions =
                consumer.partitionsFor(stream).stream()
                        .map(p -> new TopicPartition(stream, p.partition()))
                        .toList();
        consumer.assign(partitions);
        // what was handled is dropped by its position: no offset has to be kept
        consumer.seekToBeginning(partitions);
    }

    /** How many events came from the feed. */
    public long fetched() {
        return fetched;
    }

    /**
     * How many events the feed withheld because their type was not granted: their place in the
     * chain was checked, the handler did not get them.
     */
    public long withheld() {
        return progress.withheld();
    }

    /** The last that was handled. */
    public long position() {
        return progress.position();
    }

    /**
     * Waits a moment for events and hands over what is next, in order and each once.
     *
     * @throws StreamBroken the alarm: what came contradicts what was read before
     */
    public void poll(Consumer<StreamEvent> handler) {
        for (var row : consumer.poll(POLL)) {
            keep(Slot.of(event(row)));
        }
        boolean any = handOver(handler);
        if (waiting.isEmpty()) {
            gapSince = 0;
        } else if (gapSince == 0 || any) {
            gapSince = System.nanoTime();
        } else if (System.nanoTime() - gapSince > GAP.toNanos()) {
            fill(waiting.firstKey());
            any |= handOver(handler);
        }
        if (any) {
            progress.save();
        }
    }

    /**
     * Says that everything up to {@link #position()} was handled, so that who was told what is
     * known to the suite, also whom a correction has to reach. Does nothing where that was said
     * before.
     *
     * @throws StreamBroken the alarm: the suite holds another history than was read here
     * @throws java.io.UncheckedIOException the suite is away; say it again later
     */
    public void acknowledge() {
        if (progress.position() > acknowledged) {
            feed.acknowledge(progress.position(), progress.chainHash());
            acknowledged = progress.position();
        }
    }

    private void keep(Slot slot) {
        if (slot.position() < progress.next()) {
            return; // the chain has been followed beyond it
        }
        var known = waiting.putIfAbsent(slot.position(), slot);
        if (known != null && !known.isSameAs(slot)) {
            throw new StreamBroken(
                    "position %d comes with two contents, %s and %s"
                            .formatted(slot.position(), known.name(), slot.name()));
        }
        if (slot.event() != null) {
            waiting.put(slot.position(), slot); // the topic may hold what the feed withholds
        }
    }

    private boolean handOver(Consumer<StreamEvent> handler) {
        boolean any = false;
        for (var slot = waiting.remove(progress.next());
                slot != null;
                slot = waiting.remove(progress.next())) {
            progress.requireFollows(slot);
            if (slot.event() != null) {
                handler.accept(slot.event());
            }
            progress.handled(slot);
            any = true;
        }
        return any;
    }

    /** Exactly what is missing before that position. */
    private void fill(long until) {
        long from = progress.next();
        while (from < until) {
            List<Slot> missing = feed.after(from - 1, until - from);
            if (missing.isEmpty()) {
                throw new StreamBroken(
                        "position %d is neither in the topic nor in the feed, and position %d is in the topic"
                                .formatted(from, until));
            }
            missing.forEach(this::keep);
            fetched += missing.size();
            from = missing.getLast().position() + 1;
        }
    }

    private static StreamEvent event(ConsumerRecord<byte[], byte[]> row) {
        var attributes = new HashMap<String, String>();
        for (var header : row.headers()) {
            if (header.value() != null) {
                var name =
                        header.key().equals("content-type")
                                ? "datacontenttype"
                                : header.key().replaceFirst("^ce_", "");
                attributes.put(name, new String(header.value(), UTF_8));
            }
        }
        return StreamEvent.of(
                attributes::get,
                row.value(),
                "partition %d, offset %d".formatted(row.partition(), row.offset()));
    }

    @Override
    public void close() {
        consumer.close();
        feed.close();
    }
}
