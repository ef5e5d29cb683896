package org.whitelane.chassis.apidocs;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/** What Jackson leaves out of a record of one type. */
record Presence(JsonInclude.@Nullable Include include) {

    static Presence of(Class<?> type) {
        var include = type.getAnnotation(JsonInclude.class);
        return new Presence(include == null ? null : include.value());
    }

    boolean omitsNull() {
        return include == JsonInclude.Include.NON_NULL || include == JsonInclude.Include.NON_EMPTY;
    }

    boolean omitsEmpty(Class<?> component) {
        return include == JsonInclude.Include.NON_EMPTY
                && (Collection.class.isAssignableFrom(component)
                        || Map.class.isAssignableFrom(component));
    }
}
