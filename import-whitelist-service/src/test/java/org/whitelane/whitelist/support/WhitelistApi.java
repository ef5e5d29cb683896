package org.whitelane.whitelist.support;

import org.jspecify.annotations.Nullable;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it. */
public final class WhitelistApi {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public WhitelistApi(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1/whitelist";
    }

    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public String code() {
            return text("code");
        }

        public List<String> faults() {
            return body.path("faults")
                    .valueStream()
                    .map(f -> f.path("pointer").asString("") + " " + f.path("code").asString(""))
                    .toList();
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "Expected %d, got %d: %s".formatted(expected, status, raw.body()));
            }
            return this;
        }
    }

    public Answer get(@Nullable Officer officer, String path) {
        return send(officer, "GET", path, null);
    }

    public Answer put(Officer officer, String path, Object body) {
        return send(officer, "PUT", path, MAPPER.writeValueAsString(body));
    }

    public Answer post(Officer officer, String path, Object body) {
        return postRaw(officer, path, MAPPER.writeValueAsString(body));
    }

    /** With a key where one is required; {@link #postOnce} sends one where it may be left out. */
    public Answer postRaw(Officer officer, String path, String body) {
        return RequiredKeys.at(path)
                ? postOnce(UUID.randomUUID().toString(), officer, path, body)
                : send(officer, "POST", path, body);
    }

    public Answer postOnce(String key, Officer officer, String path, String body) {
        return send(officer, "POST", path, body, "Idempotency-Key", key);
    }

    /** Of two changes that were made on one version exactly one is done. */
    public Answer postIf(String version, Officer officer, String path, Object body) {
        var json = MAPPER.writeValueAsString(body);
        var tag = "\"" + version + "\"";
        return RequiredKeys.at(path)
                ? send(
                        officer,
                        "POST",
                        path,
                        json,
                        "If-Match",
                        tag,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                : send(officer, "POST", path, json, "If-Match", tag);
    }

    public Answer draft(Officer applicant, Map<String, Object> request) {
        return post(applicant, "/requests", request);
    }

    /** A move without a body. */
    public Answer move(Officer officer, String request, String move) {
        return post(officer, "/requests/" + request + "/" + move, Map.of());
    }

    public Answer opine(Officer reviewer, String request, String opinion) {
        return post(reviewer, "/requests/" + request + "/opinions", Map.of("opinion", opinion));
    }

    public Answer publish(Officer office, String... requests) {
        return publishUnder("TJ-2022", office, requests);
    }

    /** Opened, frozen, signed by every agency that has to, published by a second officer. */
    public Answer publishUnder(String scheme, Officer office, String... requests) {
        return new BatchTable(this, scheme, office).publish(requests);
    }

    private Answer send(
            @Nullable Officer officer,
            String method,
            String path,
            @Nullable String body,
            String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (officer != null) {
            request.header("Authorization", "Bearer " + token(officer));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(Officer officer) {
        return Infra.issuer()
                .token(
                        officer.subject(),
                        officer.organisation(),
                        officer.roles().toArray(String[]::new));
    }
}
