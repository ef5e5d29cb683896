package org.whitelane.system.sweep;

import org.whitelane.system.Suite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way we know to spoil a JSON body, at every place of an operation's own sample. */
final class HostileBodies {

    private static final String HERE = "@@here@@";
    private static final String DIGITS = "9".repeat(10_000);

    /** Raw JSON, never what a field of ours may hold. */
    private static final Map<String, String> NEVER_ACCEPTED = neverAccepted();

    /** JSON texts that a field may hold or refuse. */
    private static final Map<String, String> TEXTS = texts();

    private HostileBodies() {}

    /**
     * @param refused whether accepting it would be a fault
     */
    record Body(String name, byte[] bytes, boolean refused) {}

    static List<Body> of(Operation operation) {
        var sample = Sample.of(operation);
        var bodies = new ArrayList<>(whole(sample.toString()));
        for (var place : Places.of(sample)) {
            NEVER_ACCEPTED.forEach(
                    (name, json) ->
                            bodies.add(
                                    text(name + " at " + place, put(sample, place, json), true)));
            TEXTS.forEach(
                    (name, json) ->
                            bodies.add(
                                    text(name + " at " + place, put(sample, place, json), false)));
            List.of("null", "true", "0", "\"\"", "[]", "{}", "[[]]", "{\"__proto__\":{}}")
                    .forEach(
                            json ->
                                    bodies.add(
                                            text(
                                                    json + " at " + place,
                                                    put(sample, place, json),
                                                    false)));
            bodies.add(text("twice " + place, twice(sample, place), true));
        }
        return bodies;
    }

    private static List<Body> whole(String sample) {
        var bodies = new ArrayList<Body>();
        bodies.add(text("deep arrays", "[".repeat(100_000) + "]".repeat(100_000), true));
        bodies.add(text("deep objects", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000), true));
        bodies.add(text("unclosed depth", "{\"a\":[".repeat(50_000), true));
        bodies.add(text("empty", "", true));
        bodies.add(text("blank", "   \n", true));
        bodies.add(text("array", "[" + sample + "]", true));
        bodies.add(text("string", "\"{}\"", true));
        bodies.add(text("null", "null", true));
        bodies.add(text("number", DIGITS, true));
        bodies.add(text("cut off", sample.substring(0, sample.length() / 2), true));
        bodies.add(text("goes on", sample + sample, true));
        bodies.add(text("comment", "/* x */" + sample, true));
        bodies.add(text("unknown field", extra(sample, "\"surprise\":1"), true));
        bodies.add(text("prototype", extra(sample, "\"__proto__\":{\"admin\":true}"), true));
        bodies.add(text("type marker", extra(sample, "\"@class\":\"java.net.URL\""), true));
        bodies.add(text("long name", extra(sample, "\"" + "n".repeat(100_000) + "\":1"), true));
        bodies.add(text("many fields", extra(sample, many()), true));
        bodies.add(
                text(
                        "two megabytes",
                        extra(sample, "\"x\":\"" + "x".repeat(2 << 20) + "\""),
                        true));
        bodies.add(new Body("UTF-16", sample.getBytes(StandardCharsets.UTF_16), true));
        bodies.add(new Body("not UTF-8", bytes(sample, 0xC3, 0x28), true));
        bodies.add(new Body("overlong", bytes(sample, 0xC0, 0xAF), true));
        bodies.add(new Body("CESU surrogate", bytes(sample, 0xED, 0xA0, 0x80), true));
        bodies.add(new Body("NUL bytes", new byte[1000], true));
        return bodies;
    }

    /** A text value of the sample begins with these bytes. */
    private static byte[] bytes(String sample, int... raw) {
        var start = ("{\"surprise\":\"").getBytes(StandardCharsets.UTF_8);
        var end = ("\"," + sample.substring(1)).getBytes(StandardCharsets.UTF_8);
        var whole = new byte[start.length + raw.length + end.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        for (int i = 0; i < raw.length; i++) {
            whole[start.length + i] = (byte) raw[i];
        }
        System.arraycopy(end, 0, whole, start.length + raw.length, end.length);
        return whole;
    }

    private static String many() {
        var fields = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            fields.add("\"f" + i + "\":" + i);
        }
        return String.join(",", fields);
    }

    private static String extra(String sample, String field) {
        return sample.length() > 2 ? "{" + field + "," + sample.substring(1) : "{" + field + "}";
    }

    private static String put(JsonNode sample, String pointer, String json) {
        return replaced(sample, pointer, HERE).toString().replace("\"" + HERE + "\"", json);
    }

    /** The field that the pointer names is there twice, with the same value. */
    private static String twice(JsonNode sample, String pointer) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        var value = sample.at(pointer).toString();
        var copy = sample.deepCopy();
        if (copy.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode parent) {
            parent.put("again", HERE);
            return copy.toString()
                    .replace("\"again\":\"" + HERE + "\"", "\"" + name + "\":" + value);
        }
        return "{\"a\":1,\"a\":1}";
    }

    private static JsonNode replaced(JsonNode sample, String pointer, String text) {
        var copy = sample.deepCopy();
        int slash = pointer.lastIndexOf('/');
        var name = pointer.substring(slash + 1);
        switch (copy.at(pointer.substring(0, slash))) {
            case ObjectNode parent -> parent.put(name, text);
            case ArrayNode parent ->
                    parent.set(Integer.parseInt(name), Suite.JSON.valueToTree(text));
            case JsonNode other -> throw new IllegalStateException(pointer + " is in " + other);
        }
        return copy;
    }

    private static Body text(String name, String json, boolean refused) {
        return new Body(name, json.getBytes(StandardCharsets.UTF_8), refused);
    }

    private static Map<String, String> neverAccepted() {
        var all = new LinkedHashMap<String, String>();
        all.put("10,000 digits", DIGITS);
        all.put("minus 10,000 digits", "-" + DIGITS);
        all.put("10,000 decimals", "0." + DIGITS);
        all.put("10,000 digits as text", "\"" + DIGITS + "\"");
        all.put("vast exponent", "1e999999999");
        all.put("tiny exponent", "1e-999999999");
        all.put("NaN", "NaN");
        all.put("infinite", "-Infinity");
        all.put("hexadecimal", "0x1F");
        all.put("leading zeros", "007");
        all.put("deep", "[".repeat(5000) + "]".repeat(5000));
        all.put("NUL", "\"a\\u0000b\"");
        all.put("half a pair", "\"a\\ud800b\"");
        all.put("pair the wrong way", "\"\\udc00\\ud800\"");
        all.put("bidi override", "\"invoice \\u202egnp.exe\"");
        all.put("bidi isolate", "\"a\\u2066b\"");
        all.put("zero width", "\"pay\\u200bpal\"");
        all.put("byte order mark", "\"\\ufeffname\"");
        all.put("control", "\"a\\u0007b\\u001b[31m\"");
        all.put("quarter megabyte", "\"" + "长".repeat(80_000) + "\"");
        return all;
    }

    private static Map<String, String> texts() {
        var all = new LinkedHashMap<String, String>();
        all.put("vast exponent as text", "\"1e999999999\"");
        all.put("line end", "\"a\\r\\nBcc: everyone@example.org\"");
        all.put("decomposed", "\"Cafe\\u0301 \\u1100\\u1161\"");
        all.put("full width", "\"Ａｄｍｉｎ１２３\"");
        all.put("other plane", "\"𠮷野家😀\"");
        all.put("not a character", "\"\\uffff\\ufffe\"");
        all.put("SQL", "\"' or 1=1; drop table journal_entry; --\"");
        all.put("HTML", "\"<script>alert(1)</script><img src=x onerror=alert(1)>\"");
        all.put("expression", "\"${jndi:ldap://127.0.0.1/a} #{T(java.lang.Runtime)} {{7*7}}\"");
        all.put("format", "\"%s%n%x {0} {}\"");
        all.put("path", "\"../../../../etc/passwd\"");
        all.put("formula", "\"=cmd|' /C calc'!A0\"");
        return all;
    }
}
