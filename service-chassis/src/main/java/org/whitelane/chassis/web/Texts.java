package org.whitelane.chassis.web;

import java.text.Normalizer;
import java.util.Locale;

/** Which texts are taken from outside, and how codes are written. */
final class Texts {

    static final String REPLACEMENT = "\uFFFD";

    private Texts() {}

    /**
     * What people can see and PostgreSQL can store: on a published list or in a mail, a mark that
     * turns the direction of writing around, or a letter of no width, passes one name off as
     * another.
     */
    static boolean plain(String text) {
        return text.codePoints().allMatch(Texts::plain);
    }

    private static boolean plain(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE -> false;
            case Character.CONTROL -> c == '\t' || c == '\n' || c == '\r';
            default -> true;
        };
    }

    /** Composed characters (Unicode's NFC), so that what looks equal is equal. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** {@code CasNumber} becomes {@code cas-number}. */
    static String kebab(String typeName) {
        return typeName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** {@code must not be blank} becomes {@code Must not be blank.} */
    static String sentence(String message) {
        if (message.isEmpty()) {
            return "Not valid.";
        }
        var text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }
}
