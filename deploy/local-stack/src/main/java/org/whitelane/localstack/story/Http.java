package org.whitelane.localstack.story;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** HTTP as any client would speak it. */
final class Http {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Answer get(URI uri, String token) {
        return send(request(uri, token).GET());
    }

    Answer post(URI uri, String token, String idempotencyKey, Object body) {
        var request =
                request(uri, token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /** Only where there is nothing yet. */
    Answer putFirst(URI uri, String token, Object body) {
        return send(
                request(uri, token)
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer postForm(URI uri, String form) {
        return send(
                request(uri, "")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** An access token by client credentials. */
    String token(URI tokenEndpoint, String clientId, String clientSecret) {
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        var answer =
                send(
                        HttpRequest.newBuilder(tokenEndpoint)
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials")));
        return answer.text("access_token");
    }

    private static HttpRequest.Builder request(URI uri, String token) {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new StoryFailed("no answer from " + request.build().uri() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var contentType = response.headers().firstValue("Content-Type").orElse("");
        var retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        try {
            var json =
                    contentType.contains("json")
                            ? JSON.readTree(response.body())
                            : MissingNode.getInstance();
            return new Answer(
                    response.statusCode(), contentType, json, response.body(), retryAfter);
        } catch (JacksonException e) {
            throw new StoryFailed("not JSON: " + response.body());
        }
    }
}
