package org.whitelane.system.sweep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * @param status 0 if the connection ended without an answer
 * @param headers by lower-case name
 */
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    static final Reply NONE = new Reply(0, Map.of(), new byte[0]);

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /** Without parameters; empty if there is none. */
    String mediaType() {
        return header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var text = text();
        return "%d %s %s"
                .formatted(
                        status,
                        mediaType(),
                        text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
}
