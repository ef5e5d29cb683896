package org.whitelane.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to the wire and back: CloudEvents 1.0, Kafka binary mode. Headers hold the attributes, the value holds the JSON of
 * the data and nothing else.
 */
public final class EventCodec {

    public static final String SPEC_VERSION = "1.0";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventCodec() {}

    /** The value bytes of a payload. They are stored and sent as they are, never read and written again. */
    public static byte[] encode(EventPayload payload) {
        return MAPPER.writeValueAsBytes(payload);
    }

    /** The headers of a placed event, in the order they are documented. */
    public static Map<String, String> headers(
            EventAttributes event, Placement placement, @Nullable String traceparent) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", SPEC_VERSION);
        headers.put("ce_id", event.id());
        headers.put("ce_type", event.type());
        headers.put("ce_source", event.source());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", event.time());
        headers.put("ce_dataschema", event.dataSchema());
        headers.put("content-type", event.contentType());
        headers.put("ce_aggregateversion", Long.toString(event.aggregateVersion()));
        headers.put("ce_position", Long.toString(placement.position()));
        headers.put("ce_chainhash", placement.chainHash());
        headers.put("ce_privatedigest", placement.privateDigest());
        putIfPresent(headers, "ce_correlationid", event.correlationId());
        putIfPresent(headers, "ce_causationid", event.causationId());
        putIfPresent(headers, "traceparent", traceparent);
        return headers;
    }

    /** Reads a record of a topic; never throws for what a foreign producer may have written. */
    public static Decoded decode(Map<String, String> headers, byte @Nullable [] value) {
        var type = headers.get("ce_type");
        var subject = headers.get("ce_subject");
        if (type == null || subject == null || subject.isBlank()) {
            return new Decoded.Malformed("not a CloudEvent: header ce_type or ce_subject is missing");
        }
        Long version = positive(headers.get("ce_aggregateversion"));
        if (version == null) {
            return new Decoded.Malformed(
                    "header ce_aggregateversion must be a whole number from 1, was "
                            + headers.get("ce_aggregateversion"));
        }
        var known = EventTypes.forType(type);
        if (known.isEmpty()) {
            return new Decoded.Unknown(type, subject, version);
        }
        try {
            return new Decoded.Known(envelope(headers, value, type, subject, version, known.get()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return new Decoded.Malformed(type + " cannot be read: " + e.getMessage());
        }
    }

    private static EventEnvelope<EventPayload> envelope(
            Map<String, String> headers,
            byte @Nullable [] value,
            String type,
            String subject,
            long version,
            Class<? extends EventPayload> payloadClass) {
        if (value == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        EventPayload data = MAPPER.readValue(value, payloadClass);
        return new EventEnvelope<>(
                UUID.fromString(required(headers, "ce_id")),
                type,
                required(headers, "ce_source"),
                subject,
                Instant.parse(required(headers, "ce_time")),
                version,
                headers.get("ce_correlationid"),
                headers.get("ce_causationid"),
                data,
                placement(headers));
    }

    private static Placement placement(Map<String, String> headers) {
        Long position = positive(headers.get("ce_position"));
        if (position == null) {
            throw new IllegalArgumentException("header ce_position must be a whole number from 1");
        }
        return new Placement(
                position, required(headers, "ce_chainhash"), required(headers, "ce_privatedigest"));
    }

    private static @Nullable Long positive(@Nullable String text) {
        if (text == null || !text.matches("[1-9]\\d{0,17}")) {
            return null;
        }
        return Long.valueOf(text);
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static void putIfPresent(
            Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
