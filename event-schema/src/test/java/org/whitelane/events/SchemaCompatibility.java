package org.whitelane.events;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Compares a proposed schema with one that was published. Only optional fields may be added: a
 * reader holds the old schema and meets new events, and a replay meets old events with the new one,
 * so whatever asserts something has to stay as it is, in both directions. Words for people may
 * change; of audiences {@link SchemaAudiences} judges.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS =
            Set.of("title", "description", "examples", "$comment", "deprecated", Audience.KEYWORD);

    /** Compared by what they hold, not as they stand. */
    private static final Set<String> STRUCTURE =
            Set.of("properties", "required", "items", "$ref", "$defs");

    private final JsonNode approved;
    private final JsonNode proposed;
    private final List<String> faults = new ArrayList<>();

    private SchemaCompatibility(JsonNode approved, JsonNode proposed) {
        this.approved = approved;
        this.proposed = proposed;
    }

    /** Each fault as {@code path: why}; empty when a reader of the approved schema can go on. */
    static List<String> faults(JsonNode approved, JsonNode proposed) {
        var comparison = new SchemaCompatibility(approved, proposed);
        comparison.compare(approved, proposed, "");
        return comparison.faults;
    }

    private void compare(JsonNode from, JsonNode to, String path) {
        var before = Fields.resolved(approved, from);
        var after = Fields.resolved(proposed, to);
        compareAssertions(before, after, path);
        compareRequired(before, after, path);
        for (var property : before.path("properties").properties()) {
            var name = property.getKey();
            var there = after.path("properties").path(name);
            if (there.isMissingNode()) {
                fault(path + "/" + name, "removed: readers rely on it");
            } else {
                compare(property.getValue(), there, path + "/" + name);
            }
        }
        if (before.has("items") && after.has("items")) {
            compare(before.path("items"), after.path("items"), path + "/*");
        } else if (before.has("items") != after.has("items")) {
            fault(path + "/*", "the elements' schema was added or removed");
        }
    }

    private void compareRequired(JsonNode before, JsonNode after, String path) {
        var was = required(before);
        var is = required(after);
        is.stream()
                .filter(name -> !was.contains(name))
                .forEach(
                        name ->
                                fault(
                                        path + "/" + name,
                                        "newly required: published events lack it"));
        was.stream()
                .filter(name -> !is.contains(name) && after.path("properties").has(name))
                .forEach(
                        name -> fault(path + "/" + name, "no longer required: readers rely on it"));
    }

    private void compareAssertions(JsonNode before, JsonNode after, String path) {
        var keywords = new TreeSet<String>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        keywords.removeAll(WORDS);
        keywords.removeAll(STRUCTURE);
        for (var keyword : keywords) {
            var was = before.path(keyword);
            var is = after.path(keyword);
            if (!was.equals(is)) {
                fault(
                        path,
                        "%s %s from %s to %s"
                                .formatted(keyword, kind(keyword, was, is), said(was), said(is)));
            }
        }
    }

    private static String kind(String keyword, JsonNode was, JsonNode is) {
        if (was.isMissingNode()) {
            return "narrowed";
        }
        if (is.isMissingNode()) {
            return "widened";
        }
        if (was.isNumber() && is.isNumber()) {
            return is.asDouble() > was.asDouble() == keyword.startsWith("min")
                    ? "narrowed"
                    : "widened";
        }
        return "changed";
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static Set<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void fault(String path, String why) {
        faults.add((path.isEmpty() ? "/" : path) + ": " + why);
    }
}
