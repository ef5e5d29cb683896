package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is missing in a record that came from outside. Jackson fills an absent component with
 * null whatever its nullness; handlers rely on the annotation, so the edge has to hold it.
 */
final class Completeness {

    private Completeness() {}

    /**
     * The JSON pointer of the first required component that is absent, in the order of the
     * components.
     */
    static Optional<String> firstMissing(@Nullable Object data) {
        return Optional.ofNullable(missing(data, "", true));
    }

    private static @Nullable String missing(
            @Nullable Object value, String pointer, boolean required) {
        return switch (value) {
            case null -> required ? pointer : null;
            case Record parts -> missingComponent(parts, pointer);
            case List<?> elements -> missingElement(elements, pointer);
            default -> null;
        };
    }

    private static @Nullable String missingComponent(Record parts, String pointer) {
        for (var component : parts.getClass().getRecordComponents()) {
            var found =
                    missing(
                            valueOf(parts, component),
                            pointer + "/" + component.getName(),
                            isRequired(component));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String missingElement(List<?> elements, String pointer) {
        for (int i = 0; i < elements.size(); i++) {
            var found = missing(elements.get(i), pointer + "/" + i, true);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(Record parts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "accessors of public records are public and only read", e);
        }
    }
}
