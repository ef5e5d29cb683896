package org.whitelane.testing;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventTypes;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the fields of views against the marks of the event fields that they show. The views are
 * read from a service's OpenAPI document; what each field shows stands in a table, on each line an
 * audience, a field, and its source:
 *
 * <pre>
 * public PublicEntry/nameEn    whitelist.entry-activated.v1/article/nameEn
 * public IndView/recordedAt    - no event holds it: the moment of our own record
 * owner EntryViewOwn/id        whitelist.entry-activated.v1/entryId
 * </pre>
 *
 * <p>A field is a schema's name and the way in it, {@code **} for whatever is below, of the source as well. Whatever an operation without a token answers is a view for the
 * public, and has to be in the table.
 */
public final class ViewMarks {

    private static final String BELOW = "/**";
    private static final int WORDS_OF_A_REASON = 4;

    private final JsonNode document;
    private final Map<String, Line> table = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private record Line(Audience audience, String source) {

        /** Of a field that a line with {@code **} covers: what lies as far below the source. */
        Line below(String pattern, String field) {
            return source.endsWith(BELOW)
                    ? new Line(
                            audience,
                            source.substring(0, source.length() - BELOW.length())
                                    + field.substring(pattern.length() - BELOW.length()))
                    : this;
        }
    }

    private ViewMarks(JsonNode document) {
        this.document = document;
    }

    /** What is wrong, each with the field; empty when no view shows more than it may. */
    public static List<String> faults(JsonNode document, List<String> table) {
        var marks = new ViewMarks(document);
        table.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(marks::read);
        marks.check();
        return marks.faults;
    }

    private void read(String line) {
        var words = line.strip().split("\\s+", 3);
        var audience = Audience.valueOf(words[0].toUpperCase(Locale.ROOT));
        if (table.put(words[1], new Line(audience, words[2])) != null) {
            faults.add(words[1] + ": stands in the table twice");
        }
    }

    private void check() {
        var open = publicViews();
        var views = namedViews();
        views.addAll(open);
        var shown = new TreeSet<String>();
        for (var view : views) {
            for (var field : fieldsOf(view)) {
                shown.add(field);
                checkShown(field, open.contains(view));
            }
        }
        table.keySet().stream()
                .filter(field -> shown.stream().noneMatch(seen -> covers(field, seen)))
                .forEach(field -> faults.add(field + ": no view has it"));
    }

    private void checkShown(String field, boolean toAnybody) {
        var line = lineFor(field);
        var fault = line == null ? "nothing says what it shows" : faultOf(line);
        if (fault != null) {
            faults.add(field + ": " + fault);
        }
        if (line != null && toAnybody && line.audience() != Audience.PUBLIC) {
            faults.add(
                    "%s: anybody may read it, and the table says %s"
                            .formatted(field, line.audience().code()));
        }
    }

    private static @Nullable String faultOf(Line line) {
        var source = line.source();
        if (source.startsWith("- ")) {
            return source.split(" ", -1).length > WORDS_OF_A_REASON
                    ? null
                    : "shows nothing of an event and does not say why";
        }
        int slash = source.indexOf('/');
        var type = EventTypes.forType("org.whitelane." + source.substring(0, slash));
        var mark = type.flatMap(known -> Audiences.at(known, source.substring(slash)));
        if (mark.isEmpty()) {
            return "shows %s, which is no field of an event".formatted(source);
        }
        return line.audience().maySee(mark.get())
                ? null
                : "leaks %s, which is for %s, to %s"
                        .formatted(source, mark.get().code(), line.audience().code());
    }

    private @Nullable Line lineFor(String field) {
        var exact = table.get(field);
        return exact != null
                ? exact
                : table.entrySet().stream()
                        .filter(line -> covers(line.getKey(), field))
                        .map(line -> line.getValue().below(line.getKey(), field))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean covers(String pattern, String field) {
        return pattern.endsWith(BELOW)
                ? field.startsWith(pattern.substring(0, pattern.length() - 2))
                : pattern.equals(field);
    }

    private TreeSet<String> namedViews() {
        var views = new TreeSet<String>();
        table.keySet().forEach(field -> views.add(field.substring(0, field.indexOf('/'))));
        views.retainAll(schemas().propertyNames());
        return views;
    }

    /** What operations without a token answer with; of pages, what is on them. */
    private TreeSet<String> publicViews() {
        var views = new TreeSet<String>();
        for (var path : document.path("paths")) {
            for (var operation : path) {
                if (operation.has("responses") && !operation.has("security")) {
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

    private void addViews(JsonNode answer, TreeSet<String> views) {
        for (var content : answer.path("content")) {
            var schema = content.path("schema");
            var items = resolved(schema).path("properties").path("items").path("items");
            var view = items.has("$ref") ? items : schema;
            if (view.has("$ref")) {
                views.add(nameOf(view));
            }
        }
    }

    private List<String> fieldsOf(String view) {
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
