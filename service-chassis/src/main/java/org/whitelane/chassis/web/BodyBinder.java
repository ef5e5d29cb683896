package org.whitelane.chassis.web;

import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds a tree to a record and goes on after a fault: each field is bound and validated by itself,
 * so that one wrong type hides nothing else. A component that is not {@code @Nullable} is required;
 * the nullness that the compiler checks is the nullness that the caller meets.
 */
final class BodyBinder {

    private final Constraints constraints;
    private final Scalars scalars;
    private final Faults faults;

    BodyBinder(Validator validator, Scalars scalars, Faults faults) {
        this.constraints = new Constraints(validator, faults);
        this.scalars = scalars;
        this.faults = faults;
    }

    /** Null where a fault left nothing to build. */
    @Nullable Object record(JsonNode node, Class<?> type, String pointer) {
        if (!node.isObject()) {
            faults.add(
                    pointer,
                    "wrong-type",
                    "Must be an object, not %s.".formatted(Scalars.kind(node)));
            return null;
        }
        int before = faults.count();
        var components = type.getRecordComponents();
        refuseUnknown(node, components, pointer);
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(node, components[i], pointer);
        }
        FieldsTogether.check(type, values, pointer, faults);
        if (faults.count() > before || faults.touch(pointer)) {
            for (int i = 0; i < components.length; i++) {
                constraints.check(type, components[i].getName(), values[i], pointer);
            }
            return null;
        }
        var bound = instance(type, components, values, pointer);
        if (bound != null) {
            constraints.check(bound, pointer);
        }
        return bound;
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, String pointer) {
        var known = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (var name : node.propertyNames()) {
            if (!known.contains(name) && Texts.plain(name) && !name.equals(Texts.REPLACEMENT)) {
                faults.add(
                        Pointers.child(pointer, name),
                        "unknown-field",
                        known.isEmpty()
                                ? "There is no field '%s' here; none is expected.".formatted(name)
                                : "There is no field '%s' here; there are: %s."
                                        .formatted(name, String.join(", ", known)));
            }
        }
    }

    private @Nullable Object component(JsonNode node, RecordComponent component, String pointer) {
        var place = Pointers.child(pointer, component.getName());
        return optional(node.get(component.getName()), component.getAnnotatedType(), place);
    }

    private @Nullable Object optional(@Nullable JsonNode node, AnnotatedType type, String pointer) {
        if (node != null && !node.isNull()) {
            return value(node, type, pointer);
        }
        if (!type.isAnnotationPresent(Nullable.class)) {
            faults.add(pointer, "required", "This field is required.");
        }
        return null;
    }

    private @Nullable Object value(JsonNode node, AnnotatedType type, String pointer) {
        if (type instanceof AnnotatedParameterizedType generic
                && generic.getType() instanceof ParameterizedType raw
                && raw.getRawType() instanceof Class<?> container) {
            var arguments = generic.getAnnotatedActualTypeArguments();
            if (Map.class.isAssignableFrom(container)) {
                return map(node, arguments[1], pointer);
            }
            var elements = list(node, arguments[0], pointer);
            return elements != null && Set.class.isAssignableFrom(container)
                    ? distinct(elements, pointer)
                    : elements;
        }
        var plain = (Class<?>) type.getType();
        return plain.isRecord() && !scalars.reads(plain)
                ? record(node, plain, pointer)
                : scalars.read(node, plain, pointer, faults);
    }

    private @Nullable List<@Nullable Object> list(
            JsonNode node, AnnotatedType element, String pointer) {
        if (!node.isArray()) {
            faults.add(
                    pointer, "wrong-type", "Must be a list, not %s.".formatted(Scalars.kind(node)));
            return null;
        }
        var elements = new ArrayList<@Nullable Object>();
        for (var child : node) {
            elements.add(optional(child, element, Pointers.child(pointer, elements.size())));
        }
        return elements;
    }

    private Set<@Nullable Object> distinct(List<@Nullable Object> elements, String pointer) {
        var seen = new LinkedHashSet<@Nullable Object>();
        for (int i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            if (!seen.add(element) && element != null) {
                faults.add(
                        Pointers.child(pointer, i),
                        "duplicate-element",
                        "This element is in the list already.");
            }
        }
        return seen;
    }

    private @Nullable Map<String, @Nullable Object> map(
            JsonNode node, AnnotatedType element, String pointer) {
        if (!node.isObject()) {
            faults.add(
                    pointer,
                    "wrong-type",
                    "Must be an object, not %s.".formatted(Scalars.kind(node)));
            return null;
        }
        var entries = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : node.properties()) {
            entries.put(
                    entry.getKey(),
                    optional(entry.getValue(), element, Pointers.child(pointer, entry.getKey())));
        }
        return entries;
    }

    /** A record's own constructor may refuse a combination; its message is meant for the caller. */
    private @Nullable Object instance(
            Class<?> type,
            RecordComponent[] components,
            @Nullable Object[] values,
            String pointer) {
        try {
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                faults.add(
                        pointer,
                        "invalid-value",
                        Texts.sentence(String.valueOf(refusal.getMessage())));
                return null;
            }
            throw new IllegalStateException(
                    "the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
