package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a list in a file. Everything is text: a spreadsheet would round what it took for a
 * number, and drop a code's leading zeros.
 *
 * @param heading as the member is called in JSON
 */
record Column<T>(String heading, Function<T, String> text) {

    static <T> Column<T> of(String heading, Function<T, ? extends @Nullable Object> value) {
        return new Column<>(heading, line -> text(value.apply(line)));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(String::valueOf).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }
}
