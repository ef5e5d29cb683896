package org.whitelane.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Samples on their way through the codec. */
final class Samples {

    static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    static final String HASH = "ab".repeat(32);

    private Samples() {}

    static EventPayload read(Class<? extends EventPayload> type, byte[] data) {
        return switch (decode(type, data)) {
            case Decoded.Known known -> known.envelope().data();
            case Decoded.Unknown unknown -> throw new AssertionError(unknown);
            case Decoded.Malformed malformed -> throw new AssertionError(malformed.reason());
        };
    }

    static Decoded decode(Class<? extends EventPayload> type, byte[] data) {
        return EventCodec.decode(headers(type, subjectIn(type)), data);
    }

    static Map<String, String> headers(Class<? extends EventPayload> type, String subject) {
        var attributes =
                new EventAttributes(
                        UUID.fromString(ID).toString(),
                        EventTypes.typeOf(type),
                        "/whitelane/" + EventTypes.topicOf(type).context(),
                        subject,
                        "2026-03-02T01:02:03.456Z",
                        EventTypes.dataSchemaOf(type),
                        EventAttributes.JSON,
                        3,
                        "correlation",
                        null);
        return new HashMap<>(EventCodec.headers(attributes, new Placement(7, HASH, HASH), null));
    }

    static byte[] withoutOptionals(Class<? extends EventPayload> type) {
        var schema = Published.schema(type);
        var data = Published.JSON.readTree(Published.sample(type));
        strip(schema, schema, data);
        return Published.JSON.writeValueAsBytes(data);
    }

    private static void strip(JsonNode root, JsonNode schema, JsonNode data) {
        if (data instanceof ObjectNode fields) {
            fields.retain(
                    StreamSupport.stream(schema.path("required").spliterator(), false)
                            .map(JsonNode::asString)
                            .toList());
            fields.properties()
                    .forEach(
                            field ->
                                    strip(
                                            root,
                                            Fields.resolved(
                                                    root,
                                                    schema.path("properties").path(field.getKey())),
                                            field.getValue()));
        }
        if (data.isArray()) {
            data.forEach(
                    element -> strip(root, Fields.resolved(root, schema.path("items")), element));
        }
    }

    /** The aggregate id: the first field, but for the calendar, whose aggregate is the year. */
    static String subjectIn(Class<? extends EventPayload> type) {
        var first = Published.JSON.readTree(Published.sample(type)).iterator().next();
        return type == RegistryEvent.CalendarImported.class
                ? "CN-" + first.asInt()
                : first.asString();
    }
}
