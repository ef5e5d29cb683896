package org.whitelane.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;

/** The service as a client sees it. */
public record Api(String url) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    public Answer post(String path, @Nullable String token, Object body) {
        return post(path, token, UUID.randomUUID().toString(), body);
    }

    public Answer post(
            String path, @Nullable String token, @Nullable String idempotencyKey, Object body) {
        var json = body instanceof String text ? text : JSON.writeValueAsString(body);
        var request = request(path, token).header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    /** Asks for a token as an OAuth2 client does. */
    public Answer token(String clientId, String secret) {
        return token(clientId, secret, "grant_type=client_credentials");
    }

    public Answer token(String clientId, String secret, String form) {
        var basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var place =
                path.startsWith("/api") || path.startsWith("/oauth2") || path.startsWith("/.w")
                        ? path
                        : "/api/v1/registry" + path;
        var request = HttpRequest.newBuilder(URI.create(url + place));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
