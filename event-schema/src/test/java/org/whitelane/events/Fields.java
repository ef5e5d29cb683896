package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The fields of a record and of a schema in the same words, e.g. {@code /product/nameEn: string,
 * optional}.
 */
final class Fields {

    private final List<String> lines = new ArrayList<>();

    private Fields() {}

    static List<String> of(Class<?> record) {
        var fields = new Fields();
        fields.addComponents(record, "");
        return fields.lines;
    }

    static List<String> of(JsonNode schema) {
        var fields = new Fields();
        fields.addProperties(schema, schema, "");
        return fields.lines;
    }

    private void addComponents(Class<?> record, String path) {
        for (var component : record.getRecordComponents()) {
            var type = component.getAnnotatedType();
            add(type, path + "/" + component.getName(), !type.isAnnotationPresent(Nullable.class));
        }
    }

    private void add(AnnotatedType type, String path, boolean required) {
        var raw = rawType(type);
        addLine(path, jsonType(raw), required);
        if (raw.isRecord()) {
            addComponents(raw, path);
        }
        if (type instanceof AnnotatedParameterizedType list) {
            add(list.getAnnotatedActualTypeArguments()[0], path + "/*", true);
        }
    }

    private void addProperties(JsonNode root, JsonNode schema, String path) {
        var required =
                StreamSupport.stream(schema.path("required").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            add(root, property.getValue(), path + "/" + name, required.contains(name));
        }
    }

    private void add(JsonNode root, JsonNode schema, String path, boolean required) {
        var resolved = resolved(root, schema);
        addLine(path, resolved.path("type").asString("no type"), required);
        addProperties(root, resolved, path);
        if (resolved.has("items")) {
            add(root, resolved.path("items"), path + "/*", true);
        }
    }

    private void addLine(String path, String type, boolean required) {
        lines.add(path + ": " + type + (required ? "" : ", optional"));
    }

    /** Follows a reference within the same file; a contract file stands alone. */
    static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private static Class<?> rawType(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> plain -> plain;
            case java.lang.reflect.ParameterizedType list -> (Class<?>) list.getRawType();
            default -> throw new IllegalArgumentException("not in the contract: " + type);
        };
    }

    /** Decimal numbers are not in the list: they travel as text. */
    private static String jsonType(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return "integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == List.class) {
            return "array";
        }
        if (type.isRecord()) {
            return "object";
        }
        throw new IllegalArgumentException("not in the contract: " + type);
    }
}
