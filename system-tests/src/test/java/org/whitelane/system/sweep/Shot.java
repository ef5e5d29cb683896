package org.whitelane.system.sweep;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One request, byte by byte as it goes over the wire.
 *
 * @param headers whole lines, in UTF-8, without line ends
 */
record Shot(String method, String target, List<String> headers, byte[] body) {

    static Shot of(String method, String target) {
        return new Shot(method, target, List.of(), new byte[0]);
    }

    Shot method(String other) {
        return new Shot(other, target, headers, body);
    }

    Shot target(String other) {
        return new Shot(method, other, headers, body);
    }

    Shot with(String line) {
        var more = new ArrayList<>(headers);
        more.add(line);
        return new Shot(method, target, more, body);
    }

    /** In place of a header of the same name, if there is one. */
    Shot instead(String name, String value) {
        var others = new ArrayList<>(headers);
        others.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        others.add(name + ": " + value);
        return new Shot(method, target, others, body);
    }

    Shot bearer(String token) {
        return token.isEmpty() ? this : instead("Authorization", "Bearer " + token);
    }

    /** With a key of its own, for operations that ask for one. */
    Shot json(byte[] json) {
        return new Shot(method, target, headers, json)
                .instead("Content-Type", "application/json")
                .instead("Idempotency-Key", UUID.randomUUID().toString());
    }

    Shot json(String json) {
        return json(json.getBytes(StandardCharsets.UTF_8));
    }

    Shot raw(byte[] other) {
        return new Shot(method, target, headers, other);
    }

    byte[] head() {
        var head = new ByteArrayOutputStream();
        line(head, method + " " + target + " HTTP/1.1");
        unless("Host", head, "Host: localhost");
        unless("Connection", head, "Connection: close");
        if (body.length > 0 && !has("Transfer-Encoding")) {
            unless("Content-Length", head, "Content-Length: " + body.length);
        }
        headers.forEach(header -> line(head, header));
        line(head, "");
        return head.toByteArray();
    }

    private void unless(String name, ByteArrayOutputStream head, String line) {
        if (!has(name)) {
            line(head, line);
        }
    }

    private boolean has(String name) {
        return headers.stream()
                .anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    private static void line(ByteArrayOutputStream head, String line) {
        head.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.UTF_8);
        return "%s %s %s".formatted(method, shortened(target, 160), shortened(text, 200));
    }

    private static String shortened(String text, int length) {
        return text.length() > length
                ? text.substring(0, length) + "… (" + text.length() + ")"
                : text;
    }
}
