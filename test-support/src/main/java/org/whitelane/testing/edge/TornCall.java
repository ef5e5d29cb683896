package org.whitelane.testing.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request whose sender goes away before the end of its body; a proper client does not send it.
 *
 * @param framing the header that says how long the body is
 * @param sent what there is of it
 */
record TornCall(Call call, String framing, String sent) {

    /** The status, or 0 where the connection was closed without one. */
    int status(URI base) {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write((head() + sent).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() {
        var head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(call.method(), call.target()));
        head.append("Host: localhost\r\nConnection: close\r\n").append(framing).append("\r\n");
        for (int i = 0; i < call.headers().size(); i += 2) {
            head.append("%s: %s\r\n".formatted(call.headers().get(i), call.headers().get(i + 1)));
        }
        return head.append("\r\n").toString();
    }
}
