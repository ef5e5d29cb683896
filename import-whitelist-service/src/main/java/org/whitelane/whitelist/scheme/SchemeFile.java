package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a scheme's file. Every field must be there: what is not known is written {@code null}, and
 * what is known names its source. All faults are told at once, each with its line and its JSON
 * pointer.
 */
public final class SchemeFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Set<String> NEED_NO_SOURCE = Set.of("code", "version", "sources");

    private SchemeFile() {}

    /** For files that came with the service: one that is wrong stops the start. */
    static PilotScheme read(String name, String json) {
        return switch (read(json)) {
            case SchemeReading.Read(var scheme) -> scheme;
            case SchemeReading.Refused(var faults) -> throw new SchemeRefused(name, faults);
        };
    }

    public static SchemeReading read(String json) {
        try {
            return read(MAPPER.readTree(json), json);
        } catch (JacksonException e) {
            var finding = new Finding("", "unreadable", e.getOriginalMessage());
            TokenStreamLocation place = e.getLocation();
            return new SchemeReading.Refused(
                    List.of(
                            place == null
                                    ? new SchemeFault(finding, 1, 1)
                                    : FileLines.at(finding, place)));
        }
    }

    private static SchemeReading read(JsonNode tree, String json) {
        var faults = new ArrayList<Finding>();
        SchemeShape.check(tree, faults);
        var shaped = faults.isEmpty();
        if (tree.path("sources").isObject()) {
            sources(tree, faults);
        }
        if (shaped) {
            var scheme = MAPPER.treeToValue(tree, PilotScheme.class);
            faults.addAll(SchemeContradictions.in(scheme));
            if (faults.isEmpty()) {
                return new SchemeReading.Read(scheme);
            }
        }
        var lines = FileLines.of(MAPPER.createParser(json));
        return new SchemeReading.Refused(faults.stream().map(lines::place).toList());
    }

    private static void sources(JsonNode tree, List<Finding> faults) {
        var sources = tree.get("sources");
        for (var pointer : sources.propertyNames()) {
            var field = pointer.startsWith("/") ? tree.at(pointer) : null;
            if (field == null || field.isMissingNode() || field.isNull()) {
                faults.add(
                        new Finding(
                                "/sources/" + pointer.replace("~", "~0").replace("/", "~1"),
                                "source-of-nothing",
                                pointer + " is not known here"));
            }
        }
        for (var section : tree.propertyNames()) {
            if (!NEED_NO_SOURCE.contains(section)) {
                sources(tree.get(section), "/" + section, sources, faults);
            }
        }
    }

    /** A pointer covers what lies below it. */
    private static void sources(JsonNode node, String at, JsonNode sources, List<Finding> faults) {
        if (sources.has(at)) {
            return;
        }
        if (!node.isObject()) {
            faults.add(new Finding(at, "no-source", "say where it was read"));
            return;
        }
        for (var field : node.propertyNames()) {
            if (!node.get(field).isNull()) {
                sources(node.get(field), at + "/" + field, sources, faults);
            }
        }
    }
}
