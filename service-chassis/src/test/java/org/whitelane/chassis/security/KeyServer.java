package org.whitelane.chassis.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's key set that can change, break and go away. */
final class KeyServer implements AutoCloseable {

    final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile @Nullable String answer;
    private volatile boolean stalls;

    KeyServer(JWK... keys) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish(keys);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    var text = answer;
                    var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
                    if (stalls) {
                        exchange.sendResponseHeaders(200, 1000);
                        exchange.getResponseBody().write('{');
                        exchange.getResponseBody().flush();
                        return;
                    }
                    exchange.sendResponseHeaders(
                            text == null ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(bytes);
                    }
                });
        server.start();
    }

    void publish(JWK... keys) {
        answer = new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    }

    /** Null: the issuer is down. */
    void answer(@Nullable String text) {
        answer = text;
    }

    /** Begins an answer and never ends it. */
    void stall() {
        stalls = true;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
