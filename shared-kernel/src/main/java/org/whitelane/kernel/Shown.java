package org.whitelane.kernel;

/**
 * Repeats a caller's text in a message: never ten thousand characters of it, and no control
 * characters.
 */
final class Shown {

    private static final int LIMIT = 40;

    private Shown() {}

    static String of(String text) {
        var cut = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
        var clean = new StringBuilder(cut.length() + 2).append('\'');
        cut.codePoints()
                .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return clean.append('\'').toString();
    }
}
