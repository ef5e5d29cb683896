package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of an event an audience may see, by the marks of its fields ({@link For}). What has no mark,
 * as a field of a later release has none here, is shown to nobody.
 *
 * <p>The first field names the aggregate. Whoever may not see that is not told of the event at all,
 * so no field is marked wider than it.
 */
public final class Audiences {

    private static final ClassValue<Map<String, Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected Map<String, Field> computeValue(Class<?> type) {
                    return fieldsOf(type);
                }
            };

    private Audiences() {}

    /**
     * @param shape the record that the field holds, itself or in a list; null for a plain value
     */
    private record Field(Audience mark, @Nullable Class<?> shape) {}

    /** The widest audience that is told of events of this type. */
    public static Audience of(Class<? extends EventPayload> type) {
        return mark(type, type.getRecordComponents()[0].getName());
    }

    /** The types that the audience is told of. */
    public static List<Class<? extends EventPayload>> toldTo(Audience audience) {
        return EventTypes.all().stream().filter(type -> audience.maySee(of(type))).toList();
    }

    /**
     * The widest audience that may see the place, which is the narrowest mark on the way to it.
     *
     * @param pointer JSON pointer into the data, {@code *} for the elements of a list
     * @return empty where the type has no such field
     */
    public static Optional<Audience> at(Class<? extends EventPayload> type, String pointer) {
        var audience = of(type);
        Class<?> shape = type;
        for (var step : pointer.substring(1).split("/", -1)) {
            if (step.equals("*")) {
                continue;
            }
            var field = shape == null ? null : FIELDS.get(shape).get(step);
            if (field == null) {
                return Optional.empty();
            }
            audience = audience.narrower(field.mark());
            shape = field.shape();
        }
        return Optional.of(audience);
    }

    /**
     * @param value the event's bytes as they stand in the stream
     * @return what the audience may see of them; empty where it is not told of the event
     */
    public static Optional<ObjectNode> view(
            Class<? extends EventPayload> type, byte[] value, Audience audience) {
        return audience.maySee(of(type))
                ? Optional.of(masked(EventCodec.tree(value), type, audience))
                : Optional.empty();
    }

    /**
     * The event with nothing in it but what the audience may see.
     *
     * @return empty where it is not told of the event
     * @throws IllegalStateException where the audience may not see a field that the type requires;
     *     of types that are mailed, everybody may see those
     */
    public static <T extends EventPayload> Optional<T> masked(T event, Audience audience) {
        @SuppressWarnings("unchecked") // the class of an event is a class of it
        var type = (Class<T>) event.getClass();
        return view(type, EventCodec.encode(event), audience)
                .map(seen -> EventCodec.payload(type, seen));
    }

    /** Of a field that there is. */
    static Audience mark(Class<?> shape, String field) {
        return Objects.requireNonNull(FIELDS.get(shape).get(field), field).mark();
    }

    private static ObjectNode masked(JsonNode data, Class<?> shape, Audience audience) {
        var fields = FIELDS.get(shape);
        var seen = ((ObjectNode) data).objectNode();
        for (var property : data.properties()) {
            var field = fields.get(property.getKey());
            if (field != null && audience.maySee(field.mark())) {
                seen.set(property.getKey(), value(property.getValue(), field.shape(), audience));
            }
        }
        return seen;
    }

    private static JsonNode value(JsonNode value, @Nullable Class<?> shape, Audience audience) {
        if (shape == null) {
            return value;
        }
        if (value instanceof ArrayNode list) {
            var seen = list.arrayNode();
            list.forEach(element -> seen.add(masked(element, shape, audience)));
            return seen;
        }
        return masked(value, shape, audience);
    }

    private static Map<String, Field> fieldsOf(Class<?> shape) {
        var fields = new LinkedHashMap<String, Field>();
        for (var component : shape.getRecordComponents()) {
            var mark = component.getAnnotation(For.class);
            if (mark == null) {
                throw new IllegalStateException(
                        "%s.%s says not whom it is for: it has no @For"
                                .formatted(shape.getSimpleName(), component.getName()));
            }
            fields.put(component.getName(), new Field(mark.value(), shapeOf(component)));
        }
        return fields;
    }

    private static @Nullable Class<?> shapeOf(RecordComponent component) {
        Type type = component.getGenericType();
        var held = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return held instanceof Class<?> shape && shape.isRecord() ? shape : null;
    }
}
