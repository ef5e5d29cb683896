package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** The register's verbs over HTTP. */
final class ApprovalApi {

    static final String PATH = "/api/v1/approvals/ind";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger SERIAL = new AtomicInteger(10_000);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    ApprovalApi(int port) {
        base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, HttpHeaders headers, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        /** Each fault as {@code pointer code}. */
        List<String> faults() {
            return StreamSupport.stream(body.path("faults").spliterator(), false)
                    .map(f -> f.path("pointer").asString() + " " + f.path("code").asString())
                    .toList();
        }
    }

    static String steward() {
        return Infra.issuer().token("steward-1", "org-1", "APPROVAL_STEWARD");
    }

    /** A chemical drug's approval that breaks no rule and has a number of its own. */
    static Map<String, Object> anApproval() {
        var product = new LinkedHashMap<String, Object>();
        product.put("nameZh", "示例片");
        product.put("sponsor", "示例医药有限公司");
        product.put("modality", "CHEMICAL");
        var body = new LinkedHashMap<String, Object>();
        body.put("acceptanceNumber", "CXHL25%05d".formatted(SERIAL.incrementAndGet()));
        body.put("decision", "APPROVED");
        body.put("product", product);
        return body;
    }

    static Map<String, Object> with(
            Map<String, Object> body, String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    static Map<String, Object> withProduct(
            Map<String, Object> body, String field, @Nullable Object value) {
        var product = new LinkedHashMap<String, Object>();
        JSON.valueToTree(body)
                .path("product")
                .properties()
                .forEach(f -> product.put(f.getKey(), f.getValue()));
        return with(body, "product", with(product, field, value));
    }

    /** Why something is amended, and where that was read. */
    static Map<String, Object> ground() {
        return Map.of("reason", "the announcement was misread", "source", "CDE");
    }

    static Map<String, Object> correction(Map<String, Object> facts) {
        return with(ground(), "facts", facts);
    }

    Answer amend(String id, String kind, Map<String, Object> body) {
        return post("/" + id + "/" + kind, JSON.writeValueAsString(body), steward(), "*");
    }

    Answer amend(String id, String kind, Map<String, Object> body, @Nullable String token) {
        return post("/" + id + "/" + kind, JSON.writeValueAsString(body), token, "*");
    }

    Answer record(Map<String, Object> body) {
        return post(JSON.writeValueAsString(body), steward(), UUID.randomUUID().toString());
    }

    String recorded(Map<String, Object> body) {
        var answer = record(body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    Answer post(String body, @Nullable String token, @Nullable String idempotencyKey) {
        var request = posting("", body, token);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    private Answer post(String path, String body, @Nullable String token, String ifMatch) {
        return send(
                posting(path, body, token)
                        .header("If-Match", ifMatch)
                        .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private HttpRequest.Builder posting(String path, String body, @Nullable String token) {
        var request =
                HttpRequest.newBuilder(URI.create(base + PATH + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(base + pathAndQuery)));
    }

    Answer list(String query) {
        return get(PATH + "?" + query);
    }

    static String query(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static List<String> ids(Answer page) {
        var ids = new ArrayList<String>();
        page.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
