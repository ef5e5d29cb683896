package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Our types' schemas by name. springdoc also defines what it makes of them itself: not for use. */
final class Definitions {

    private final Map<String, Schema<?>> known = new TreeMap<>();

    synchronized Schema<?> schema(Shape.Direction direction, Type type, Components components) {
        var named = new LinkedHashMap<String, Schema<?>>();
        var schema = new Shape(direction, named).of(type);
        named.forEach(this::define);
        // already now: springdoc takes out what points nowhere before the document is complete
        named.forEach(components::addSchemas);
        return schema;
    }

    private void define(String name, Schema<?> schema) {
        var other = known.putIfAbsent(name, schema);
        if (other != null && !other.equals(schema)) {
            throw new IllegalStateException(
                    "%s is both read and written, or two types have that name; a form is no view"
                            .formatted(name));
        }
    }

    synchronized void replaceAllOf(Components components) {
        components.setSchemas(null);
        known.forEach(components::addSchemas);
    }
}
