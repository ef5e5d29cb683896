package org.whitelane.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Small words for writing a JSON tree. */
final class AsyncApiNodes {

    private AsyncApiNodes() {}

    static ObjectNode object() {
        return Published.JSON.createObjectNode();
    }

    static ObjectNode object(String field, JsonNode value) {
        var object = object();
        object.set(field, value);
        return object;
    }

    /** The same object, with the field. */
    static ObjectNode text(ObjectNode object, String field, String value) {
        return object.put(field, value);
    }

    static ArrayNode array(JsonNode... elements) {
        var array = Published.JSON.createArrayNode();
        for (var element : elements) {
            array.add(element);
        }
        return array;
    }

    static ObjectNode ref(String path) {
        return text(object(), "$ref", "#/" + path);
    }

    static ObjectNode ref(String folder, Class<? extends EventPayload> type) {
        return ref(folder + "/" + EventTypes.shortName(type));
    }
}
