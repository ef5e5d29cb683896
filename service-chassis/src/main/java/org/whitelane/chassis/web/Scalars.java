package org.whitelane.chassis.web;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Single values, without any coercion: a number is no text, and 1.9 is no 1. */
final class Scalars {

    private final JsonMapper mapper;

    Scalars(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** A record that is read from one value, e.g. by its {@code @JsonCreator}. */
    boolean reads(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(JsonCreator.class));
    }

    @Nullable Object read(JsonNode node, Class<?> type, String pointer, Faults faults) {
        if (type.isEnum()) {
            return constant(node, type, pointer, faults);
        }
        var reader = ScalarReader.of(type);
        if (reader == null) {
            return byJackson(node, type, pointer, faults);
        }
        var value = reader.read().apply(node);
        if (value == null) {
            var code = node.isString() ? reader.code() : "wrong-type";
            var found = code.equals("wrong-type") ? kind(node) : "this text";
            faults.add(pointer, code, "Must be %s, not %s.".formatted(reader.expected(), found));
        }
        return value;
    }

    private static @Nullable Object constant(
            JsonNode node, Class<?> type, String pointer, Faults faults) {
        var constants = type.getEnumConstants();
        for (var constant : constants) {
            if (node.isString() && ((Enum<?>) constant).name().equals(node.stringValue())) {
                return constant;
            }
        }
        var allowed =
                Arrays.stream(constants)
                        .map(c -> ((Enum<?>) c).name())
                        .collect(Collectors.joining(", "));
        faults.add(
                pointer,
                node.isString() ? "unknown-value" : "wrong-type",
                "Must be one of: %s.".formatted(allowed));
        return null;
    }

    private @Nullable Object byJackson(
            JsonNode node, Class<?> type, String pointer, Faults faults) {
        try {
            return mapper.treeToValue(node, type);
        } catch (JacksonException e) {
            var refusal =
                    e.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
            faults.add(
                    pointer,
                    Texts.kebab(type.getSimpleName()),
                    Texts.sentence(refusal == null ? "" : refusal));
            return null;
        }
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case NUMBER -> node.isIntegralNumber() ? "this whole number" : "this number";
            case NULL, MISSING, BINARY, POJO -> "nothing";
        };
    }
}
