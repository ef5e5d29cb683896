package org.whitelane.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;

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
        return ref(folder + "/" + nameOf(type));
    }

    /** Short, with the context before it where several contexts have a type of that name. */
    static String nameOf(Class<? extends EventPayload> type) {
        var name = EventTypes.shortName(type);
        long such =
                EventTypes.all().stream()
                        .filter(other -> EventTypes.shortName(other).equals(name))
                        .count();
        return such == 1 ? name : EventTypes.topicOf(type).context() + "-" + name;
    }

    /** The aggregate, with the context before it where several contexts have one of that name. */
    static String nameOf(Topic topic) {
        long such =
                Arrays.stream(Topic.values())
                        .filter(other -> aggregate(other).equals(aggregate(topic)))
                        .count();
        return such == 1 ? aggregate(topic) : topic.context() + "-" + aggregate(topic);
    }

    private static String aggregate(Topic topic) {
        return topic.topicName().split("\\.", -1)[2];
    }
}
