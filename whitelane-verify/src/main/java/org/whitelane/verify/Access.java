package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * HTTP with the reader's token: one he gives, or one fetched with his client's secret, and again
 * when it is about to expire.
 */
final class Access implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final @Nullable String given;
    private final @Nullable Client client;
    private @Nullable String token;
    private Instant expires = Instant.MIN;

    /**
     * @param tokenUri of the issuer
     */
    record Client(URI tokenUri, String id, String secret) {

        @Override
        public String toString() {
            return id; // secrets stay out of messages
        }
    }

    private Access(@Nullable String given, @Nullable Client client) {
        this.given = given;
        this.client = client;
    }

    static Access byToken(@Nullable String token) {
        return new Access(token, null);
    }

    static Access byClient(Client client) {
        return new Access(null, client);
    }

    /** The body of a 200; anything else ends the check with what the server said. */
    String get(URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        var bearer = bearer();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        var answer = send(request.build());
        if (answer.statusCode() != 200) {
            throw new Unusable(
                    switch (answer.statusCode()) {
                        case 401 -> "%s refused the token: %s".formatted(uri, said(answer));
                        case 403 ->
                                "%s refused this reader, who lacks a right: %s"
                                        .formatted(uri, said(answer));
                        default ->
                                "%s answered %d: %s"
                                        .formatted(uri, answer.statusCode(), said(answer));
                    });
        }
        return answer.body();
    }

    private @Nullable String bearer() {
        if (client == null || Instant.now().isBefore(expires.minus(EARLY))) {
            return client == null ? given : token;
        }
        var basic =
                Base64.getEncoder()
                        .encodeToString((client.id + ":" + client.secret).getBytes(UTF_8));
        var answer =
                send(
                        HttpRequest.newBuilder(client.tokenUri)
                                .timeout(PATIENCE)
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials"))
                                .build());
        if (answer.statusCode() != 200) {
            throw new Unusable(
                    "%s gave client %s no token: %s"
                            .formatted(client.tokenUri, client, said(answer)));
        }
        var body = JsonEvents.JSON.readTree(answer.body());
        expires = Instant.now().plusSeconds(body.path("expires_in").asLong(0));
        token = body.path("access_token").asString("");
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unusable("no answer from %s: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("interrupted", e);
        }
    }

    private static String said(HttpResponse<String> answer) {
        return EventAttributesReader.quotable(answer.statusCode() + " " + answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
