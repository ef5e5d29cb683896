package org.whitelane.system.sweep;

import org.whitelane.system.Suite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body in the documented shape: the document's own example, or one made from the schema with
 * every field there.
 */
final class Sample {

    private static final int DEEPEST = 12;

    private Sample() {}

    static JsonNode of(Operation operation) {
        var json = operation.node().path("requestBody").path("content").path("application/json");
        if (json.has("example")) {
            return json.path("example");
        }
        for (var example : json.path("examples")) {
            return operation.document().resolved(example).path("value");
        }
        return made(operation.document(), operation.jsonSchema(), 0);
    }

    private static JsonNode made(Document document, JsonNode reference, int depth) {
        var schema = document.resolved(reference);
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        for (var choice : schema.path("oneOf")) {
            return made(document, choice, depth + 1);
        }
        return switch (type(schema)) {
            case "object" -> object(document, schema, depth);
            case "array" ->
                    Suite.JSON
                            .createArrayNode()
                            .add(made(document, schema.path("items"), depth + 1));
            case "integer", "number" -> Suite.JSON.valueToTree(1);
            case "boolean" -> Suite.JSON.valueToTree(true);
            default -> Suite.JSON.valueToTree(text(schema));
        };
    }

    private static ObjectNode object(Document document, JsonNode schema, int depth) {
        var object = Suite.JSON.createObjectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(
                            field ->
                                    object.set(
                                            field.getKey(),
                                            made(document, field.getValue(), depth + 1)));
        }
        return object;
    }

    /** OpenAPI 3.1 may name several: the first that is not null. */
    private static String type(JsonNode schema) {
        for (var type : schema.path("type")) {
            if (!type.asString().equals("null")) {
                return type.asString();
            }
        }
        return schema.path("type").asString(schema.has("properties") ? "object" : "string");
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-01-05";
            case "date-time" -> "2026-01-05T08:00:00Z";
            case "uuid" -> "01890000-0000-7000-8000-000000000000";
            case "email" -> "someone@example.org";
            default -> "示例（虚构）";
        };
    }
}
