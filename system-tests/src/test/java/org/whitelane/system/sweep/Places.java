package org.whitelane.system.sweep;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** JSON pointers of everything inside a body. */
final class Places {

    private Places() {}

    static List<String> of(JsonNode body) {
        var places = new ArrayList<String>();
        collect(body, "", places);
        return places;
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        node.properties()
                .forEach(
                        field -> collect(field.getValue(), pointer + "/" + field.getKey(), places));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, places);
            }
        }
    }
}
