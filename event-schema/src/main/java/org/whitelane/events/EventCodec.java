package org.whitelane.events;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Events to the wire and back: CloudEvents 1.0, Kafka binary mode. Headers hold the attributes, the
 * value holds the JSON of the data and nothing else.
 */
public final class EventCodec {

    public static final String SPEC_VERSION = "1.0";

    private static final JsonMapper MAPPER = mapper();

    private EventCodec() {}

    /**
     * The value bytes of a payload: absent fields are left out, never written as null. They are
     * stored and sent as they are, never read and written again.
     */
    public static byte[] encode(EventPayload payload) {
        return MAPPER.writeValueAsBytes(payload);
    }

    static JsonNode tree(byte[] value) {
        return MAPPER.readTree(value);
    }

    /**
     * @throws IllegalStateException where a required field is missing
     */
    static <T extends EventPayload> T payload(Class<T> type, JsonNode tree) {
        try {
            return complete(MAPPER.treeToValue(tree, type));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be masked", e);
        }
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
        try {
            var read = new EventHeaders(headers);
            read.mustBe("ce_specversion", SPEC_VERSION);
            var type = read.text("ce_type");
            var subject = read.text("ce_subject");
            var version = read.positive("ce_aggregateversion");
            var known = EventTypes.forType(type);
            return known.isEmpty()
                    ? new Decoded.Unknown(type, subject, version)
                    : new Decoded.Known(envelope(read, data(known.get(), subject, value)));
        } catch (JacksonException e) {
            return malformed(headers, "the value does not fit the type: " + e.getOriginalMessage());
        } catch (DateTimeException | IllegalArgumentException e) {
            return malformed(headers, String.valueOf(e.getMessage()));
        }
    }

    private static EventPayload data(
            Class<? extends EventPayload> payloadClass, String subject, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        EventPayload data = complete(MAPPER.readValue(value, payloadClass));
        if (!data.subject().equals(subject)) {
            throw new IllegalArgumentException(
                    "header ce_subject is not the aggregate id in the value");
        }
        return data;
    }

    private static <T extends EventPayload> T complete(T data) {
        Completeness.firstMissing(data)
                .ifPresent(
                        pointer -> {
                            throw new IllegalArgumentException(
                                    "the value lacks the required field \"" + pointer + "\"");
                        });
        return data;
    }

    private static EventEnvelope<EventPayload> envelope(EventHeaders headers, EventPayload data) {
        headers.mustBe("content-type", EventAttributes.JSON);
        return new EventEnvelope<>(
                UUID.fromString(headers.matching("ce_id", EventHeaders.UUID_TEXT, "a UUID")),
                headers.text("ce_type"),
                headers.text("ce_source"),
                headers.text("ce_subject"),
                Instant.parse(headers.text("ce_time")),
                headers.positive("ce_aggregateversion"),
                headers.optional("ce_correlationid"),
                headers.optional("ce_causationid"),
                data,
                placement(headers));
    }

    private static Placement placement(EventHeaders headers) {
        return new Placement(
                headers.positive("ce_position"),
                headers.matching("ce_chainhash", EventHeaders.HASH, "64 lower-case hex digits"),
                headers.matching(
                        "ce_privatedigest", EventHeaders.HASH, "64 lower-case hex digits"));
    }

    private static Decoded malformed(Map<String, String> headers, String reason) {
        var type = headers.get("ce_type");
        return new Decoded.Malformed(
                EventHeaders.quotable(type == null ? "not an event" : type) + ": " + reason);
    }

    private static void putIfPresent(
            Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /**
     * Strict about types, open for fields of a newer release: what the published schema says, no
     * more and no less.
     */
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(
                        unused ->
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts ->
                                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
