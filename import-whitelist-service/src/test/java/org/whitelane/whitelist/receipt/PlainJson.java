package org.whitelane.whitelist.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON with nothing but the JDK, for a verifier that has nothing else; it knows what it expects.
 */
final class PlainJson {

    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    static Members object(String text) {
        var reader = new PlainJson(text);
        if (!(reader.value() instanceof Members members) || reader.at != text.length()) {
            throw new IllegalArgumentException("no JSON object");
        }
        return members;
    }

    /**
     * @param all texts, longs, lists and members
     */
    record Members(Map<String, Object> all) {

        String text(String name) {
            return (String) get(name);
        }

        long number(String name) {
            return (Long) get(name);
        }

        Members members(String name) {
            return (Members) get(name);
        }

        List<Members> list(String name) {
            return ((List<?>) get(name)).stream().map(Members.class::cast).toList();
        }

        private Object get(String name) {
            var value = all.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no " + name);
            }
            return value;
        }
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> number();
        };
    }

    private Members members() {
        var members = new LinkedHashMap<String, Object>();
        for (at++; text.charAt(at) != '}'; skip(',')) {
            var name = string();
            skip(':');
            members.put(name, value());
        }
        at++;
        return new Members(members);
    }

    private List<Object> elements() {
        var elements = new ArrayList<Object>();
        for (at++; text.charAt(at) != ']'; skip(',')) {
            elements.add(value());
        }
        at++;
        return elements;
    }

    private void skip(char separator) {
        if (text.charAt(at) == separator) {
            at++;
        }
    }

    private String string() {
        var out = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            out.append(text.charAt(at));
        }
        at++;
        return out.toString();
    }

    private Long number() {
        var from = at;
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        return Long.valueOf(text.substring(from, at));
    }
}
