package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.events.AsyncApiNodes.object;
import static org.whitelane.events.AsyncApiNodes.ref;
import static org.whitelane.events.AsyncApiNodes.text;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeMap;

/**
 * The published schemas as components. They are copied, not linked: a reader has one file, and
 * AsyncAPI tools read draft 7, which has neither {@code $defs} nor a use for another {@code $id}.
 * So a schema's own shapes become components too, and its identity an external document; nothing
 * else is changed, and a test compares.
 */
final class AsyncApiSchemas {

    private static final String OWN_SHAPE = "#/$defs/";

    private final Map<String, JsonNode> components = new TreeMap<>();

    ObjectNode payload(Class<? extends EventPayload> type) {
        var published = Published.schema(type);
        var schema = object();
        for (var field : published.properties()) {
            switch (field.getKey()) {
                // the samples stand with the message
                case "$schema", "$id", "$defs", "examples" -> {}
                default -> schema.set(field.getKey(), relinked(field.getValue()));
            }
        }
        schema.set(
                "externalDocs",
                text(
                        text(object(), "description", "The published JSON Schema (2020-12)."),
                        "url",
                        EventTypes.dataSchemaOf(type)));
        add(AsyncApiNodes.nameOf(type), schema);
        for (var shape : published.path("$defs").properties()) {
            add(shape.getKey(), relinked(shape.getValue()));
        }
        return ref("components/schemas", type);
    }

    ObjectNode components() {
        var all = object();
        all.set(AsyncApiHeaders.ATTRIBUTES, AsyncApiHeaders.attributes());
        components.forEach(all::set);
        return all;
    }

    /** One name means one shape in the whole contract. */
    private void add(String name, JsonNode schema) {
        var other = components.put(name, schema);
        assertThat(other == null || other.equals(schema)).as(name).isTrue();
    }

    private static JsonNode relinked(JsonNode node) {
        return switch (node) {
            case ObjectNode fields -> {
                var copy = object();
                for (var field : fields.properties()) {
                    copy.set(
                            field.getKey(),
                            field.getKey().equals("$ref")
                                    ? component(field.getValue().asString())
                                    : relinked(field.getValue()));
                }
                yield copy;
            }
            case ArrayNode elements -> {
                var copy = AsyncApiNodes.array();
                elements.forEach(element -> copy.add(relinked(element)));
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode component(String reference) {
        assertThat(reference).startsWith(OWN_SHAPE);
        return object().stringNode(
                        "#/components/schemas/" + reference.substring(OWN_SHAPE.length()));
    }
}
