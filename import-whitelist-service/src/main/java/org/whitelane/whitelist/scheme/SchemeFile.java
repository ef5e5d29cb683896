package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a scheme's file. Every field must be there: what is not known is written {@code null}, and
 * what is known names its source. All faults are told at once, each with its JSON pointer.
 */
final class SchemeFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Set<String> NEED_NO_SOURCE = Set.of("code", "version", "sources");

    private SchemeFile() {}

    static PilotScheme read(String name, String json) {
        try {
            var tree = MAPPER.readTree(json);
            var faults = new ArrayList<Finding>();
            shape(PilotScheme.class, tree, "", faults);
            refuseIfAny(name, faults);
            sources(tree, faults);
            refuseIfAny(name, faults);
            var scheme = MAPPER.treeToValue(tree, PilotScheme.class);
            refuseIfAny(name, SchemeContradictions.in(scheme));
            return scheme;
        } catch (JacksonException e) {
            throw new SchemeRefused(
                    name, List.of(new Finding("", "unreadable", e.getOriginalMessage())));
        }
    }

    /** Pointers of the fields that the file leaves open. */
    static List<String> notKnown(PilotScheme scheme) {
        var open = new ArrayList<String>();
        nulls(MAPPER.valueToTree(scheme), "", open);
        return List.copyOf(open);
    }

    private static void refuseIfAny(String name, List<Finding> faults) {
        if (!faults.isEmpty()) {
            throw new SchemeRefused(name, faults);
        }
    }

    private static void shape(Class<?> record, JsonNode node, String at, List<Finding> faults) {
        var known = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            known.add(component.getName());
            shape(component, node.get(component.getName()), at + "/" + component.getName(), faults);
        }
        for (var field : node.propertyNames()) {
            if (!known.contains(field)) {
                faults.add(new Finding(at + "/" + field, "unknown-field", "no scheme has it"));
            }
        }
    }

    private static void shape(
            RecordComponent component, @Nullable JsonNode node, String at, List<Finding> faults) {
        if (node == null) {
            faults.add(new Finding(at, "missing", "write null for what is not known"));
        } else if (node.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                faults.add(new Finding(at, "required", "no scheme works without it"));
            }
        } else if (component.getType().isRecord()) {
            shape(component.getType(), node, at, faults);
        }
    }

    private static void sources(JsonNode tree, List<Finding> faults) {
        var sources = tree.get("sources");
        for (var pointer : sources.propertyNames()) {
            var field = tree.at(pointer);
            if (field.isMissingNode() || field.isNull()) {
                faults.add(
                        new Finding(
                                "/sources", "source-of-nothing", pointer + " is not known here"));
            }
        }
        for (var section : tree.propertyNames()) {
            if (!NEED_NO_SOURCE.contains(section)) {
                sources(tree.get(section), "/" + section, sources, faults);
            }
        }
    }

    private static void sources(
            JsonNode section, String at, JsonNode sources, List<Finding> faults) {
        if (sources.has(at)) {
            return;
        }
        if (!section.isObject()) {
            faults.add(new Finding(at, "no-source", "say where it was read"));
            return;
        }
        for (var field : section.propertyNames()) {
            var pointer = at + "/" + field;
            if (!section.get(field).isNull() && !sources.has(pointer)) {
                faults.add(new Finding(pointer, "no-source", "say where it was read"));
            }
        }
    }

    private static void nulls(JsonNode node, String at, List<String> open) {
        if (node.isNull()) {
            open.add(at);
        }
        if (node.isObject()) {
            for (var field : node.propertyNames()) {
                nulls(node.get(field), at + "/" + field, open);
            }
        }
    }
}
