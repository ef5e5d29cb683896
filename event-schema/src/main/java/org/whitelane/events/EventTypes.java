package org.whitelane.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Type string to record class and back, built from the sealed hierarchy; a duplicate fails at class
 * loading.
 */
public final class EventTypes {

    private static final String SCHEMA_BASE = "https://whitelane.org/schema/";

    private static final List<Class<? extends EventPayload>> ALL =
            records(EventPayload.class).toList();

    private static final Map<String, Class<? extends EventPayload>> BY_TYPE =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

    private EventTypes() {}

    public static List<Class<? extends EventPayload>> all() {
        return ALL;
    }

    public static Optional<Class<? extends EventPayload>> forType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends EventPayload> event) {
        return annotation(event).value();
    }

    public static Topic topicOf(Class<? extends EventPayload> event) {
        return annotation(event).topic();
    }

    public static boolean isMailed(Class<? extends EventPayload> event) {
        return annotation(event).mail();
    }

    /** {@code ce_dataschema}, equal to the schema's {@code $id}. */
    public static String dataSchemaOf(Class<? extends EventPayload> event) {
        return SCHEMA_BASE + schemaPath(event);
    }

    /**
     * {@code <context>/<aggregate>-<past-tense>.v1.schema.json}, below {@code schema/} on the class
     * path.
     */
    public static String schemaPath(Class<? extends EventPayload> event) {
        return topicOf(event).context() + "/" + shortName(event) + ".schema.json";
    }

    /** {@code <aggregate>-<past-tense>.v1}. */
    public static String shortName(Class<? extends EventPayload> event) {
        var prefix = "org.whitelane." + topicOf(event).context() + ".";
        return typeOf(event).substring(prefix.length());
    }

    private static EventType annotation(Class<? extends EventPayload> event) {
        var annotation = event.getAnnotation(EventType.class);
        if (annotation == null) {
            throw new IllegalStateException(event.getName() + " has no @EventType");
        }
        return annotation;
    }

    private static Stream<Class<? extends EventPayload>> records(
            Class<? extends EventPayload> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(c -> records(c.asSubclass(EventPayload.class)))
                : Stream.of(type);
    }
}
