package org.whitelane.system;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A caller of the suite: tokens of the demo's officers, renewed before they expire. */
public final class Client {

    /** The credential that every installation begins with. */
    public static final String REGISTRAR = "bootstrap-registrar";

    private static final Duration RENEW_AFTER = Duration.ofMinutes(3);

    private final Suite suite;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public Client(Suite suite) {
        this.suite = suite;
    }

    private record Token(String text, Instant at) {}

    public record Answer(int status, String body) {

        public JsonNode json() {
            return Suite.JSON.readTree(body);
        }
    }

    public Answer get(String officer, String path) throws IOException, InterruptedException {
        return send(request(officer, path).GET());
    }

    public Answer post(String officer, String path, String idempotencyKey, Object body)
            throws IOException, InterruptedException {
        return send(
                request(officer, path)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        Suite.JSON.writeValueAsString(body))));
    }

    /** All pages. */
    List<JsonNode> all(String officer, String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(officer, path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            if (page.status() != 200) {
                throw new IOException(path + " answered " + page);
            }
            page.json().path("items").forEach(items::add);
            var next = page.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    public String token(String officer) throws IOException, InterruptedException {
        var known = tokens.get(officer);
        if (known != null && known.at().plus(RENEW_AFTER).isAfter(Instant.now())) {
            return known.text();
        }
        var fresh = new Token(fetch(officer), Instant.now());
        tokens.put(officer, fresh);
        return fresh.text();
    }

    private String fetch(String officer) throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString(secret(officer).getBytes(StandardCharsets.UTF_8));
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(suite.gateway() + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials")));
        return answer.json().path("access_token").asString();
    }

    /** Client id and secret, as HTTP Basic wants them. */
    private String secret(String officer) throws IOException {
        var data = suite.dataDirectory();
        if (officer.equals(REGISTRAR)) {
            var secret = data.resolve("secrets").resolve("bootstrap-client-secret");
            return REGISTRAR + ":" + Files.readString(secret).strip();
        }
        var credentials = Files.readAllBytes(data.resolve("demo-credentials.json"));
        for (var credential : Suite.JSON.readTree(credentials)) {
            if (credential.path("name").asString("").equals(officer)) {
                return credential.path("clientId").asString()
                        + ":"
                        + credential.path("clientSecret").asString();
            }
        }
        throw new IllegalStateException("no credential of " + officer);
    }

    private HttpRequest.Builder request(String officer, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(suite.gateway() + "/api/v1" + path))
                        .timeout(Duration.ofSeconds(30));
        return officer.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + token(officer));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
