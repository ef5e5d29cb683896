package org.whitelane.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a proposed schema of a published type does to those who read: a line that says "safe", or
 * where it breaks, why, and an event on which writer and reader part.
 *
 * @param published the schema that readers hold and events were written by
 * @param proposed the schema of the release to come
 * @param sample an event as it was published
 */
record SchemaProposal(String type, JsonNode published, JsonNode proposed, JsonNode sample) {

    /** What stands instead of a value, to find one that only one of the two schemas takes. */
    private static final List<String> CANDIDATES =
            List.of(
                    "\"x\"",
                    "\"\"",
                    "0",
                    "-1",
                    "1",
                    "1.5",
                    "9007199254740993",
                    "true",
                    "[]",
                    "{}",
                    "\"2026-13-01\"",
                    "\"SOMETHING_ELSE\"",
                    "null");

    /** Against the schema of each release. */
    static List<SchemaProposal> ofTheBuild(Class<? extends EventPayload> type) {
        return Published.approvedSchemas(type).stream()
                .map(
                        approved ->
                                new SchemaProposal(
                                        EventTypes.typeOf(type),
                                        Published.JSON.readTree(Published.bytes(approved)),
                                        Published.schema(type),
                                        Published.JSON.readTree(Published.sample(type))))
                .toList();
    }

    boolean isSafe() {
        return SchemaCompatibility.faults(published, proposed).isEmpty() && toldTo().isEmpty();
    }

    /** One line, or one for each place where it breaks. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var fault : SchemaCompatibility.faults(published, proposed)) {
            int colon = fault.indexOf(": ");
            var place = fault.substring(0, colon);
            lines.add(
                    "breaks %s at /data%s because %s; for example %s"
                            .formatted(
                                    type,
                                    place.equals("/") ? "" : place,
                                    fault.substring(colon + 2),
                                    example(place).orElse("(none could be made)")));
        }
        for (var fault : toldTo()) {
            int colon = fault.indexOf(": ");
            lines.add(
                    "breaks %s at /data%s because %s; for example %s"
                            .formatted(
                                    type,
                                    fault.substring(0, colon),
                                    fault.substring(colon + 2),
                                    told(fault.substring(0, colon))));
        }
        return lines.isEmpty() ? List.of("safe " + type) : lines;
    }

    /** What would be told to whom it was not told so far. */
    private List<String> toldTo() {
        return SchemaAudiences.faults(FrozenAudiences.of(type), proposed);
    }

    /** What stands there in the sample. */
    private String told(String place) {
        return at(List.of(sample), place.substring(1).split("/", -1)).stream()
                .map(JsonNode::toString)
                .findFirst()
                .map(value -> value + " of an event that was published long ago")
                .orElse("(the sample has none)");
    }

    /** The event, and who of the two does not take what the other may write. */
    private Optional<String> example(String place) {
        var parts = place.substring(1).split("/", -1);
        for (var changed : variations(parts)) {
            boolean old = Published.faults(published, bytes(changed)).isEmpty();
            boolean fresh = Published.faults(proposed, bytes(changed)).isEmpty();
            if (old != fresh) {
                return Optional.of(
                        "%s is written by %s and refused by %s"
                                .formatted(
                                        changed,
                                        old ? "the published release" : "the new release",
                                        old
                                                ? "readers of the new one"
                                                : "readers of the published one"));
            }
        }
        return Optional.empty();
    }

    private List<JsonNode> variations(String[] parts) {
        var variations = new ArrayList<JsonNode>();
        variations.add(sample);
        variations.add(without(parts));
        for (var candidate : CANDIDATES) {
            variations.add(with(parts, Published.JSON.readTree(candidate)));
        }
        return variations;
    }

    private JsonNode without(String[] parts) {
        var copy = sample.deepCopy();
        parents(copy, parts)
                .forEach(
                        parent -> {
                            if (parent instanceof ObjectNode object) {
                                object.remove(parts[parts.length - 1]);
                            }
                        });
        return copy;
    }

    private JsonNode with(String[] parts, JsonNode value) {
        var copy = sample.deepCopy();
        for (var parent : parents(copy, parts)) {
            switch (parent) {
                case ObjectNode object -> object.set(parts[parts.length - 1], value);
                case ArrayNode array -> {
                    array.removeAll();
                    array.add(value);
                }
                default -> {}
            }
        }
        return copy;
    }

    /** Those that hold the place: several where a list lies on the way. */
    private static List<JsonNode> parents(JsonNode root, String[] parts) {
        return at(List.of(root), Arrays.copyOf(parts, parts.length - 1));
    }

    private static List<JsonNode> at(List<JsonNode> roots, String[] parts) {
        var found = roots;
        for (var part : parts) {
            found =
                    found.stream()
                            .flatMap(
                                    parent ->
                                            part.equals("*")
                                                    ? parent.valueStream()
                                                    : parent.path(part).isMissingNode()
                                                            ? java.util.stream.Stream.empty()
                                                            : java.util.stream.Stream.of(
                                                                    parent.path(part)))
                            .toList();
        }
        return found;
    }

    private static byte[] bytes(JsonNode node) {
        return Published.JSON.writeValueAsBytes(node);
    }
}
