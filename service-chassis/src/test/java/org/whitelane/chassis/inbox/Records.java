package org.whitelane.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;
import org.whitelane.events.Placement;
import org.whitelane.events.Topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Builds a record as the relay would write it, then spoils it. */
final class Records {

    static final String TOPIC = Topic.SUBSCRIPTION.topicName();
    private static final AtomicLong OFFSETS = new AtomicLong();

    private final Map<String, String> headers;
    private byte @Nullable [] key;
    private byte @Nullable [] value;

    private Records(String aggregate, long version, String locale) {
        var event =
                new EventAttributes(
                        UUID.nameUUIDFromBytes((aggregate + version).getBytes(UTF_8)).toString(),
                        "org.whitelane.notification.subscription-confirmed.v1",
                        "/whitelane/notification",
                        aggregate,
                        "2026-01-02T03:04:05Z",
                        "https://whitelane.org/schema/notification/subscription-confirmed.v1.schema.json",
                        EventAttributes.JSON,
                        version,
                        "correlation-" + aggregate,
                        null);
        var placement = new Placement(version, "0".repeat(64), "1".repeat(64));
        headers = new LinkedHashMap<>(EventCodec.headers(event, placement, null));
        key = aggregate.getBytes(UTF_8);
        value = EventCodec.encode(new SubscriptionConfirmed(aggregate, locale));
    }

    static Records event(String aggregate, long version) {
        return new Records(aggregate, version, "en");
    }

    static Records event(String aggregate, long version, String locale) {
        return new Records(aggregate, version, locale);
    }

    Records with(String header, String text) {
        headers.put(header, text);
        return this;
    }

    Records without(String header) {
        headers.remove(header);
        return this;
    }

    Records bare() {
        headers.clear();
        return this;
    }

    Records key(@Nullable String text) {
        key = text == null ? null : text.getBytes(UTF_8);
        return this;
    }

    Records key(byte[] bytes) {
        key = bytes;
        return this;
    }

    Records value(@Nullable String text) {
        value = text == null ? null : text.getBytes(UTF_8);
        return this;
    }

    Records value(byte[] bytes) {
        value = bytes;
        return this;
    }

    /** With an offset of its own, as if sent again each time. */
    RawRecord raw() {
        return at(OFFSETS.incrementAndGet());
    }

    RawRecord at(long offset) {
        return new RawRecord(TOPIC, 3, offset, Instant.EPOCH, key, rawHeaders(), value);
    }

    @SuppressWarnings("NullAway") // Kafka takes records without key or value
    ProducerRecord<byte[], byte[]> toSend() {
        var record = new ProducerRecord<byte[], byte[]>(TOPIC, key, value);
        rawHeaders().forEach(h -> record.headers().add(h.name(), h.value()));
        return record;
    }

    List<RawHeader> rawHeaders() {
        var raw = new ArrayList<RawHeader>();
        headers.forEach((name, text) -> raw.add(new RawHeader(name, text.getBytes(UTF_8))));
        return raw;
    }
}
