package org.whitelane.chassis.observability;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a collector may know of a statement: values come as parameters, which are not in the text,
 * and what stands in quotes is left out all the same.
 *
 * @param text on one line
 * @param operation its first word
 * @param summary operation and first table, such as {@code UPDATE entry}
 */
record Statement(String text, String operation, String summary) {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|into|update|join)\\s+(?:only\\s+)?([a-z_][a-z0-9_.]*)",
                    Pattern.CASE_INSENSITIVE);

    static Statement of(String sql) {
        var text = SPACE.matcher(QUOTED.matcher(sql).replaceAll("?")).replaceAll(" ").strip();
        int end = text.indexOf(' ');
        var operation = (end < 0 ? text : text.substring(0, end)).toUpperCase(Locale.ROOT);
        var table = TABLE.matcher(text);
        return new Statement(
                text, operation, table.find() ? operation + " " + table.group(1) : operation);
    }
}
