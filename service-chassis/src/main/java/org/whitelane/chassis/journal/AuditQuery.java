package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the filters from the query string, all faults at once. */
final class AuditQuery {

    private static final List<String> FILTERS = List.of("subject", "actor", "type", "from", "to");

    private final MultiValueMap<String, String> values;
    private final List<Fault> faults = new ArrayList<>();

    private AuditQuery(MultiValueMap<String, String> values) {
        this.values = values;
    }

    static AuditFilter filter(MultiValueMap<String, String> values) {
        return new AuditQuery(values).filter();
    }

    private AuditFilter filter() {
        values.keySet().stream().filter(AuditQuery::isUnknown).forEach(this::refuseUnknown);
        var filter =
                new AuditFilter(
                        one("subject", AuditQuery::id),
                        one("actor", AuditQuery::id),
                        one("type", AuditQuery::id),
                        one("from", AuditQuery::instant),
                        one("to", AuditQuery::instant));
        if (faults.isEmpty() && filter.subject() == null && filter.actor() == null) {
            faults.add(new Fault("?subject", "required", "Name the object, the actor, or both."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return filter;
    }

    private static boolean isUnknown(String name) {
        return !FILTERS.contains(name) && !name.equals("limit") && !name.equals("cursor");
    }

    /** A misspelt filter would otherwise show more than was meant. */
    private void refuseUnknown(String name) {
        faults.add(
                new Fault(
                        "?" + name,
                        "unknown-parameter",
                        "There is no such parameter; there are %s, limit, cursor."
                                .formatted(String.join(", ", FILTERS))));
    }

    private <T> @Nullable T one(String name, Function<String, T> parse) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            faults.add(
                    new Fault(
                            "?" + name,
                            "duplicate-parameter",
                            "This parameter is there more than once."));
        }
        if (given.size() != 1) {
            return null;
        }
        try {
            return parse.apply(given.getFirst());
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Fault("?" + name, "invalid-value", shape(name)));
            return null;
        }
    }

    private static String shape(String name) {
        return name.equals("from") || name.equals("to")
                ? "Should be an instant such as 2026-01-05T08:00:00Z."
                : "Should be 1 to 200 printable characters.";
    }

    private static String id(String text) {
        if (text.isBlank()
                || text.length() > 200
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** PostgreSQL's calendar ends before Java's. */
    private static Instant instant(String text) {
        var parsed = Instant.parse(text);
        if (parsed.isBefore(Instant.EPOCH) || parsed.isAfter(LAST)) {
            throw new IllegalArgumentException(text);
        }
        return parsed;
    }

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
}
