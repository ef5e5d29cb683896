package org.whitelane.chassis.web;

import java.util.Locale;

/** What PostgreSQL can store, and how codes are written. */
final class Texts {

    static final String REPLACEMENT = "\uFFFD";

    private Texts() {}

    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
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
