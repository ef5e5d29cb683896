package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.PartialDate;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;

/** Whether a value of a scheme's file can be read as what its field wants. */
final class SchemeScalars {

    /** Texts that are a day, or a month where no day is known. */
    private static final Set<String> PARTIAL_DATES =
            Set.of("/policy/issuedOn", "/policy/effectiveFrom");

    private SchemeScalars() {}

    /** What it should be instead; null when it is right. */
    static @Nullable String fault(Class<?> type, JsonNode node, String at) {
        if (type == String.class) {
            return node.isString() ? text(node.stringValue(), at) : "should be a text";
        }
        if (type == int.class || type == Integer.class) {
            return node.isInt() ? null : "should be a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? null : "should be true or false";
        }
        if (type == LocalDate.class) {
            return node.isString() && isDay(node.stringValue())
                    ? null
                    : "should be a day such as 2022-06-20";
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
            return node.isString() && names.contains(node.stringValue())
                    ? null
                    : "%s should be one of %s".formatted(node, names);
        }
        return node.isNull() ? "should not be null" : null;
    }

    private static @Nullable String text(String text, String at) {
        if (text.isBlank()) {
            return "should not be blank";
        }
        if (PARTIAL_DATES.contains(at)) {
            try {
                PartialDate.parse(text);
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
        return null;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
