package org.whitelane.events;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whom the published schemas let see what, read from the files alone: what the masking code is
 * judged by.
 */
final class SchemaAudiences {

    private static final String UNMARKED = "nobody";

    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, Audience> narrowed = new TreeMap<>();

    private SchemaAudiences() {}

    /** The marks as they stand beside the properties; of one without a mark, "nobody". */
    static Map<String, String> marks(JsonNode schema) {
        return read(schema).own;
    }

    /** By path, {@code *} for elements: the narrowest mark on the way, beginning with the key. */
    static Map<String, Audience> of(JsonNode schema) {
        return read(schema).narrowed;
    }

    private static SchemaAudiences read(JsonNode schema) {
        var audiences = new SchemaAudiences();
        var key = schema.path("properties").iterator().next();
        audiences.add(schema, schema, "", audience(key).orElse(Audience.REGULATOR));
        return audiences;
    }

    private void add(JsonNode root, JsonNode schema, String path, Audience around) {
        for (var property : schema.path("properties").properties()) {
            var place = path + "/" + property.getKey();
            var mark = audience(property.getValue());
            own.put(place, mark.map(Audience::code).orElse(UNMARKED));
            var here =
                    mark.filter(wide -> wide.ordinal() > around.ordinal())
                            .orElse(mark.isEmpty() ? Audience.REGULATOR : around);
            narrowed.put(place, here);
            var shape = Fields.resolved(root, property.getValue());
            if (shape.has("items")) {
                add(root, Fields.resolved(root, shape.path("items")), place + "/*", here);
            } else {
                add(root, shape, place, here);
            }
        }
    }

    static Optional<Audience> audience(JsonNode property) {
        return Optional.of(property.path(Audience.KEYWORD).asString(""))
                .filter(code -> !code.isEmpty())
                .map(code -> Audience.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    /**
     * What the schema tells to whom it was not told, each as {@code path: why}. Narrowing is no
     * fault: readers of streams see everything anyway.
     *
     * @param told as {@link #of} gave it when it was published
     */
    static List<String> faults(Map<String, Audience> told, JsonNode schema) {
        var faults = new ArrayList<String>();
        var now = of(schema);
        told.forEach(
                (path, before) -> {
                    var after = now.getOrDefault(path, before);
                    if (after.ordinal() < before.ordinal()) {
                        faults.add(
                                "%s: its audience widened from %s to %s, and what was given in confidence would be told"
                                        .formatted(path, before.code(), after.code()));
                    }
                });
        return faults;
    }
}
