package org.whitelane.notification.message;

import java.util.regex.Pattern;

/**
 * Text that may stand in a mail header: one line, no control characters, nothing that a reader's
 * program would decode into them, and not longer than people read.
 */
public final class HeaderText {

    private static final int LONGEST = 200;
    // line ends of every kind (also NEL, LS, PS), other controls, and marks that turn the direction
    // of writing
    private static final Pattern UNWANTED =
            Pattern.compile(
                    "[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private HeaderText() {}

    public static String of(String text) {
        var line = UNWANTED.matcher(text).replaceAll(" ").replace("=?", "= ?").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
