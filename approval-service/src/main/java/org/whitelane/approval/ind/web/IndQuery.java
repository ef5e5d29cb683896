package org.whitelane.approval.ind.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.approval.ind.IndFilter;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the list's filters from the query string, all faults at once. */
final class IndQuery {

    private static final Set<String> KNOWN =
            Set.of("acceptanceNumber", "noticeNumber", "sponsor", "cursor", "limit");

    private final Map<String, List<String>> values;
    private final List<Fault> faults = new ArrayList<>();

    private IndQuery(Map<String, List<String>> values) {
        this.values = values;
    }

    static IndFilter filter(Map<String, List<String>> values) {
        return new IndQuery(values).filter();
    }

    private IndFilter filter() {
        values.keySet().stream().filter(name -> !KNOWN.contains(name)).forEach(this::refuseUnknown);
        var filter =
                new IndFilter(
                        one("acceptanceNumber", AcceptanceNumber::parse),
                        one("noticeNumber", NoticeNumber::parse),
                        one("sponsor", IndQuery::name));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return filter;
    }

    /** A misspelt filter would otherwise answer with the whole register. */
    private void refuseUnknown(String name) {
        faults.add(
                new Fault(
                        "?" + name,
                        "unknown-parameter",
                        "There is no such parameter; there are acceptanceNumber, noticeNumber,"
                                + " sponsor, cursor, limit."));
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
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("?" + name, "invalid-value", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static String name(String text) {
        if (text.isBlank()
                || text.length() > 200
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A sponsor's name has 1 to 200 printable characters.");
        }
        return text;
    }
}
