package org.whitelane.events;

import static org.whitelane.events.AsyncApiNodes.array;
import static org.whitelane.events.AsyncApiNodes.object;
import static org.whitelane.events.AsyncApiNodes.ref;
import static org.whitelane.events.AsyncApiNodes.text;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The CloudEvents headers as the codec writes them and the reader demands them. */
final class AsyncApiHeaders {

    /** What all messages share; each adds the values that are its own. */
    static final String ATTRIBUTES = "eventHeaders";

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private AsyncApiHeaders() {}

    static ObjectNode of(Class<? extends EventPayload> type) {
        var own = object();
        own.set("ce_type", constant(EventTypes.typeOf(type)));
        own.set("ce_source", constant(source(type)));
        own.set("ce_dataschema", constant(EventTypes.dataSchemaOf(type)));
        var headers = text(object(), "type", "object");
        headers.set(
                "allOf", array(ref("components/schemas/" + ATTRIBUTES), object("properties", own)));
        return headers;
    }

    /** Required is what the codec always writes. */
    static ObjectNode attributes() {
        var schema = text(object(), "type", "object");
        text(schema, "title", "CloudEvents attributes as Kafka headers, UTF-8 text");
        var any = ApprovalEvent.IndRecorded.class;
        var required = schema.putArray("required");
        headers(any, "s", null).keySet().forEach(required::add);
        var properties = schema.putObject("properties");
        var documented = EventsDocument.headers();
        headers(any, "s", TRACE)
                .forEach(
                        (name, _) ->
                                properties.set(
                                        name,
                                        text(
                                                shape(name),
                                                "description",
                                                Objects.requireNonNull(documented.get(name))
                                                        .get(1))));
        return schema;
    }

    static ObjectNode example(Class<? extends EventPayload> type, Path sample) {
        var data = Published.bytes(sample);
        var example = text(object(), "name", sample.getFileName().toString().replace(".json", ""));
        text(example, "summary", "A published sample; parties and articles are invented.");
        var headers = example.putObject("headers");
        headers(type, Samples.read(type, data).subject(), TRACE).forEach(headers::put);
        example.set("payload", Published.JSON.readTree(data));
        return example;
    }

    private static Map<String, String> headers(
            Class<? extends EventPayload> type, String subject, @Nullable String trace) {
        var origin = trace == null ? null : Samples.ID;
        var attributes =
                new EventAttributes(
                        Samples.ID,
                        EventTypes.typeOf(type),
                        source(type),
                        subject,
                        "2026-03-02T01:02:03.456Z",
                        EventTypes.dataSchemaOf(type),
                        EventAttributes.JSON,
                        1,
                        origin,
                        origin);
        var placement = new Placement(7, Samples.HASH, Samples.HASH);
        return new LinkedHashMap<>(EventCodec.headers(attributes, placement, trace));
    }

    private static ObjectNode shape(String header) {
        var shape = text(object(), "type", "string");
        return switch (header) {
            case "ce_specversion" -> text(shape, "const", EventCodec.SPEC_VERSION);
            case "content-type" -> text(shape, "const", EventAttributes.JSON);
            case "ce_id" -> text(shape, "pattern", whole(EventHeaders.UUID_TEXT.pattern()));
            case "ce_time" -> text(shape, "format", "date-time");
            case "ce_dataschema" -> text(shape, "format", "uri");
            case "ce_aggregateversion", "ce_position" ->
                    text(shape, "pattern", whole(EventHeaders.POSITIVE.pattern()));
            case "ce_chainhash", "ce_privatedigest" ->
                    text(shape, "pattern", whole(EventHeaders.HASH.pattern()));
            default -> shape.put("minLength", 1);
        };
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }

    private static ObjectNode constant(String value) {
        return text(text(object(), "type", "string"), "const", value);
    }

    private static String source(Class<? extends EventPayload> type) {
        return "/whitelane/" + EventTypes.topicOf(type).context();
    }
}
