package org.whitelane.testing;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventTypes;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
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
 * <p>A field is a schema's name and the way in it, {@code **} for whatever is below, of the source
 * as well. Whatever an operation without a token answers is a view for the public, and has to be in
 * the table; so has whatever an enterprise's token can be answered with. A view of the agencies
 * among these is named as a whole, with the reason why no enterprise is shown it:
 *
 * <pre>
 * regulator CaseView/**    - a case as the agencies see it: its applicant gets OwnRequestView
 * </pre>
 */
public final class ViewMarks {

    private static final String BELOW = "/**";
    private static final int WORDS_OF_A_REASON = 4;

    private final ViewFields document;
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
        this.document = new ViewFields(document);
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
        var open = document.publicViews();
        var views = namedViews();
        views.addAll(open);
        views.addAll(document.holdersViews());
        var shown = new TreeSet<String>();
        for (var view : views) {
            for (var field : document.of(view)) {
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
        if (line != null && line.audience() == Audience.REGULATOR && !isOfRegulatorsView(field)) {
            faults.add(field + ": is for regulators, in a view that is not theirs as a whole");
        }
        if (line != null && toAnybody && line.audience() != Audience.PUBLIC) {
            faults.add(
                    "%s: anybody may read it, and the table says %s"
                            .formatted(field, line.audience().code()));
        }
    }

    private boolean isOfRegulatorsView(String field) {
        var whole = table.get(field.substring(0, field.indexOf('/')) + BELOW);
        return whole != null && whole.audience() == Audience.REGULATOR;
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
                        // what is said of a part holds for it, whatever is said of the whole
                        .max(Comparator.comparingInt(line -> line.getKey().length()))
                        .map(line -> line.getValue().below(line.getKey(), field))
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
        views.retainAll(document.views());
        return views;
    }
}
