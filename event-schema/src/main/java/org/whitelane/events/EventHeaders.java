package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Headers as somebody wrote them: each reader returns what the contract promises or says in a
 * sentence why not.
 */
record EventHeaders(Map<String, String> values) {

    static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int QUOTED = 100;

    String text(String name) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("header " + name + " is missing or blank");
        }
        return value;
    }

    @Nullable String optional(String name) {
        return values.get(name);
    }

    long positive(String name) {
        return Long.parseLong(matching(name, POSITIVE, "a whole number from 1"));
    }

    void mustBe(String name, String expected) {
        var value = text(name);
        if (!value.equals(expected)) {
            throw wrong(name, expected, value);
        }
    }

    String matching(String name, Pattern shape, String expected) {
        var value = text(name);
        if (!shape.matcher(value).matches()) {
            throw wrong(name, expected, value);
        }
        return value;
    }

    /** Foreign text on its way into a log or the parking lot: short and on one line. */
    static String quotable(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    private static IllegalArgumentException wrong(String name, String expected, String was) {
        return new IllegalArgumentException(
                "header %s must be %s, was \"%s\"".formatted(name, expected, quotable(was)));
    }
}
