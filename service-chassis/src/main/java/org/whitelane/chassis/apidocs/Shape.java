package org.whitelane.chassis.apidocs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A record as JSON Schema 2020-12, by the rules that the edge itself follows: what comes in is
 * refused with fields that the record does not have, and needs every component that is not
 * {@code @Nullable}; what goes out has them all, and a missing value is null.
 */
final class Shape {

    enum Direction {
        IN,
        OUT
    }

    static final String REF = "#/components/schemas/";

    private final Direction direction;
    private final Map<String, Schema<?>> named;

    /**
     * @param named where schemas with a name go
     */
    Shape(Direction direction, Map<String, Schema<?>> named) {
        this.direction = direction;
        this.named = named;
    }

    Schema<?> of(Type type) {
        return value(type, null, Map.of());
    }

    private Schema<?> annotated(AnnotatedType type, Map<TypeVariable<?>, Type> bindings) {
        var schema = value(type.getType(), type, bindings);
        Bounds.put(type, schema);
        return schema;
    }

    private Schema<?> value(
            Type type, @Nullable AnnotatedType annotated, Map<TypeVariable<?>, Type> bindings) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic, annotated, bindings);
            case TypeVariable<?> variable -> of(bindings.getOrDefault(variable, Object.class));
            case Class<?> plain -> plain(plain);
            default -> new JsonSchema();
        };
    }

    private Schema<?> generic(
            ParameterizedType type,
            @Nullable AnnotatedType annotated,
            Map<TypeVariable<?>, Type> bindings) {
        var raw = (Class<?>) type.getRawType();
        if (raw.isRecord()) {
            var arguments = new LinkedHashMap<TypeVariable<?>, Type>();
            var variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                arguments.put(variables[i], type.getActualTypeArguments()[i]);
            }
            return reference(raw, arguments);
        }
        var elements = new ArrayList<Schema<?>>();
        for (int i = 0; i < type.getActualTypeArguments().length; i++) {
            elements.add(
                    annotated instanceof AnnotatedParameterizedType full
                            ? nullable(full.getAnnotatedActualTypeArguments()[i], bindings)
                            : value(type.getActualTypeArguments()[i], null, bindings));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return typed("object").additionalProperties(elements.getLast());
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var array = typed("array").items(elements.getFirst());
            return Set.class.isAssignableFrom(raw) ? array.uniqueItems(true) : array;
        }
        return new JsonSchema();
    }

    private Schema<?> plain(Class<?> type) {
        var scalar = ScalarShape.of(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isEnum()) {
            named.computeIfAbsent(name(type), _ -> ScalarShape.constants(type));
            return new JsonSchema().$ref(REF + name(type));
        }
        if (type.isRecord()) {
            return reference(type, Map.of());
        }
        return type.isSealed() ? oneOf(type) : new JsonSchema();
    }

    /** Without a discriminator: readers tell the records apart by who they are themselves. */
    private Schema<?> oneOf(Class<?> sealed) {
        if (!named.containsKey(name(sealed))) {
            var choice = new JsonSchema();
            named.put(name(sealed), choice);
            for (var permitted : sealed.getPermittedSubclasses()) {
                choice.addAnyOfItem(plain(permitted));
            }
        }
        return new JsonSchema().$ref(REF + name(sealed));
    }

    private Schema<?> reference(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
        var name = name(type, bindings);
        if (!named.containsKey(name)) {
            var schema = typed("object");
            named.put(name, schema); // before its components: they may come back to it
            fields(type, bindings, schema);
            if (direction == Direction.IN) {
                schema.additionalProperties(false);
            }
        }
        return new JsonSchema().$ref(REF + name);
    }

    private void fields(Class<?> type, Map<TypeVariable<?>, Type> bindings, Schema<?> into) {
        for (var component : type.getRecordComponents()) {
            if (accessorOrField(component, JsonUnwrapped.class) != null) {
                fields(component.getType(), bindings, into);
                continue;
            }
            var renamed = accessorOrField(component, JsonProperty.class);
            var name = renamed == null ? component.getName() : renamed.value();
            var presence = Presence.of(type);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean omitted = optional && direction == Direction.OUT && presence.omitsNull();
            var schema =
                    omitted
                            ? annotated(component.getAnnotatedType(), bindings)
                            : nullable(component.getAnnotatedType(), bindings);
            Bounds.put(component, schema);
            into.addProperty(name, schema);
            if (direction == Direction.IN
                    ? !optional
                    : !omitted && !presence.omitsEmpty(component.getType())) {
                into.addRequiredItem(name);
            }
        }
    }

    private Schema<?> nullable(AnnotatedType type, Map<TypeVariable<?>, Type> bindings) {
        var schema = annotated(type, bindings);
        if (!type.isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        if (schema.get$ref() == null) {
            // what may be anything may be null, and a type would make it nothing else
            if (schema.getTypes() != null) {
                schema.addType("null");
            }
            return schema;
        }
        return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(typed("null"));
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A accessorOrField(
            RecordComponent component, Class<A> annotation) {
        return component.getAccessor().getAnnotation(annotation);
    }

    static JsonSchema typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : name(type.getEnclosingClass()) + type.getSimpleName();
    }

    /** {@code PageOfIndView}. */
    private static String name(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
        var arguments =
                Arrays.stream(type.getTypeParameters())
                        .map(bindings::get)
                        .map(bound -> bound instanceof Class<?> known ? name(known) : "Any")
                        .toList();
        return arguments.isEmpty() ? name(type) : name(type) + "Of" + String.join("And", arguments);
    }
}
