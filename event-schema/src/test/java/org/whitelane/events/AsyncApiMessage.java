package org.whitelane.events;

import static org.whitelane.events.AsyncApiNodes.array;
import static org.whitelane.events.AsyncApiNodes.object;
import static org.whitelane.events.AsyncApiNodes.text;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** One event type: what it is called, its headers, its value, its key, and its samples. */
final class AsyncApiMessage {

    private AsyncApiMessage() {}

    /**
     * @param row of the catalogue
     */
    static ObjectNode of(
            Class<? extends EventPayload> type, List<String> row, AsyncApiSchemas schemas) {
        var message = text(object(), "name", EventTypes.typeOf(type));
        text(message, "title", Published.schema(type).path("title").asString());
        text(message, "summary", sentence(row.get(7)));
        text(message, "contentType", EventAttributes.JSON);
        if (EventTypes.isMailed(type)) {
            message.set("tags", array(text(object(), "name", "mailed")));
        }
        message.set("headers", AsyncApiHeaders.of(type));
        message.set("payload", schemas.payload(type));
        message.set(
                "correlationId",
                text(
                        text(object(), "location", "$message.header#/ce_correlationid"),
                        "description",
                        "What caused the work; absent where nothing did."));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", key(row.get(2)));
        text(kafka, "bindingVersion", AsyncApiDocument.BINDING);
        var examples = message.putArray("examples");
        Published.samples(type).forEach(file -> examples.add(AsyncApiHeaders.example(type, file)));
        return message;
    }

    /** A field's name, or a text with a placeholder such as {@code CN-<year>}. */
    private static ObjectNode key(String key) {
        var schema = text(object(), "type", "string");
        text(schema, "description", key + "; the same text as ce_subject");
        return key.contains("<")
                ? text(schema, "pattern", "^" + key.replaceAll("<.*>", "\\\\d{4}") + "$")
                : schema.put("minLength", 1);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
