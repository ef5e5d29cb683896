package org.whitelane.whitelist.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * JSON in the one form that everybody who signs or checks it arrives at (RFC 8785): members sorted
 * by UTF-16 code units, no white space, the shortest escapes. Of numbers only integers that a
 * double holds exactly: what is measured here travels as text.
 */
public final class CanonicalJson {

    /** What is absent is left out, as on the wire. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /** Beyond it RFC 8785's numbers, which are doubles, are no longer exact. */
    private static final long MOST = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    public static String write(Object value) {
        var writer = new CanonicalJson();
        writer.node(MAPPER.valueToTree(value));
        return writer.out.toString();
    }

    /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
    public static String digest(String canonical) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void node(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.asString());
            case NUMBER -> number(node);
            case BOOLEAN, NULL -> out.append(node);
            case BINARY, POJO, MISSING ->
                    throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private void object(JsonNode node) {
        out.append('{');
        var first = true;
        for (var member : node.properties().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            node(member.getValue());
        }
        out.append('}');
    }

    private void array(JsonNode node) {
        out.append('[');
        for (var i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            node(node.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode node) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || Math.abs(node.asLong()) > MOST) {
            throw new IllegalArgumentException("not an exact integer: " + node);
        }
        out.append(node.asLong());
    }

    private void string(String text) {
        if (!UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("half a surrogate pair has no UTF-8");
        }
        out.append('"');
        text.chars().forEach(this::character);
        out.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u%04x".formatted(c));
                } else {
                    out.append((char) c);
                }
            }
        }
    }
}
