package org.whitelane.testing;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The views of an OpenAPI document and what is in them. */
record ViewFields(JsonNode document) {

    /** Roles that stand for an enterprise; whoever holds one is shown what is his own. */
    private static final Set<String> HOLDERS = Set.of("APPLICANT_ADMIN", "RND_IMPORT_OFFICER");

    /** What operations without a token answer with; of pages, what is on them. */
    Set<String> publicViews() {
        return viewsOf(operation -> !operation.has("security"));
    }

    /**
     * What operations answer an enterprise with: those for its roles, and those for any token. Of
     * an answer that is one of several views each counts.
     */
    Set<String> holdersViews() {
        return viewsOf(operation -> operation.has("security") && isForHolders(operation));
    }

    private static boolean isForHolders(JsonNode operation) {
        return !operation.has("x-roles")
                || operation
                        .path("x-roles")
                        .valueStream()
                        .anyMatch(role -> HOLDERS.contains(role.asString()));
    }

    private Set<String> viewsOf(Predicate<JsonNode> wanted) {
        var views = new TreeSet<String>();
        for (var path : document.path("paths")) {
            for (var operation : path) {
                if (operation.has("responses") && wanted.test(operation)) {
                    operation
                            .path("responses")
                            .forEachEntry(
                                    (status, answer) -> {
                                        if (status.startsWith("2")) {
                                            addViews(answer, views);
                                        }
                                    });
                }
            }
        }
        return views;
    }

    private void addViews(JsonNode answer, Set<String> views) {
        for (var content : answer.path("content")) {
            var schema = content.path("schema");
            var items = resolved(schema).path("properties").path("items").path("items");
            var view = items.has("$ref") ? items : schema;
            var several = options(resolved(view));
            (several.isEmpty() ? List.of(view) : several)
                    .stream().filter(it -> it.has("$ref")).forEach(it -> views.add(nameOf(it)));
        }
    }

    Collection<String> views() {
        return schemas().propertyNames();
    }

    /** The fields of a view: its name, and the way to each. */
    List<String> of(String view) {
        var fields = new ArrayList<String>();
        addFields(schemas().path(view), view, fields, List.of(view));
        return fields;
    }

    private void addFields(JsonNode schema, String place, List<String> fields, List<String> way) {
        var inner = resolved(schema);
        var further = new ArrayList<>(way);
        if (schema.has("$ref")) {
            if (way.contains(nameOf(schema))) {
                return; // a schema within itself: its fields are known
            }
            further.add(nameOf(schema));
        }
        if (inner.path("properties").isEmpty() && !inner.has("items") && options(inner).isEmpty()) {
            fields.add(place);
        }
        inner.path("properties")
                .forEachEntry((name, it) -> addFields(it, place + "/" + name, fields, further));
        if (inner.has("items")) {
            addFields(inner.path("items"), place, fields, further);
        }
        options(inner).forEach(option -> addFields(option, place, fields, further));
    }

    /** Of what may be null, or one of several. */
    private static List<JsonNode> options(JsonNode schema) {
        var options = new ArrayList<JsonNode>();
        for (var keyword : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(keyword).forEach(options::add);
        }
        options.removeIf(option -> option.path("type").asString("").equals("null"));
        return options;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? schemas().path(nameOf(schema)) : schema;
    }

    private JsonNode schemas() {
        return document.path("components").path("schemas");
    }

    private static String nameOf(JsonNode reference) {
        var target = reference.path("$ref").asString();
        return target.substring(target.lastIndexOf('/') + 1);
    }
}
