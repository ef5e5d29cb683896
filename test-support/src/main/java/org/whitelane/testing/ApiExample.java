package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One example on its way. */
public final class ApiExample {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiExamples all;
    private final String id;
    private final ApiExamples.Place place;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Object> replaced = new HashMap<>();
    private @Nullable String authorization;

    ApiExample(ApiExamples all, String id, ApiExamples.Place place) {
        this.all = all;
        this.id = id;
        this.place = place;
    }

    ApiExamples.Place place() {
        return place;
    }

    /** With one of the roles that the document names. */
    public ApiExample as(String subject, @Nullable String organisation) {
        var role = place.operation().path("x-roles").path(0).asString();
        return bearer(Infra.issuer().token(subject, organisation, role));
    }

    public ApiExample bearer(String token) {
        authorization = "Bearer " + token;
        return this;
    }

    public ApiExample basic(String name, String password) {
        var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(both);
        return this;
    }

    /** A path or query parameter whose value only this running service knows. */
    public ApiExample with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** A field of the body, likewise. */
    public ApiExample replacing(String field, Object value) {
        replaced.put(field, value);
        return this;
    }

    public JsonNode send() {
        var answer = all.send(id, request());
        assertThat(answer.statusCode() / 100)
                .as("%s answered %d: %s", id, answer.statusCode(), answer.body())
                .isEqualTo(2);
        var promised = all.promised(id, answer.statusCode());
        assertThat(promised.isObject()).as("%s promises %d", id, answer.statusCode()).isTrue();
        return keepsItsPromise(promised, answer);
    }

    private JsonNode keepsItsPromise(JsonNode promised, HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var media = type.replaceAll(";.*", "");
        assertThat(promised.path("content").propertyNames()).as("types of %s", id).contains(media);
        if (!media.equals("application/json")) {
            assertThat(answer.body()).as("%s answers something", id).isNotBlank();
            return JSON.missingNode();
        }
        var schema = all.schema(promised.path("content").path(media).path("schema"));
        assertThat(schema.faults(answer.body())).as("%s answers %s", id, answer.body()).isEmpty();
        return JSON.readTree(answer.body());
    }

    private HttpRequest request() {
        var request = HttpRequest.newBuilder(all.resolve(target()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (var parameter : place.operation().path("parameters")) {
            if (parameter.path("name").asString().equals(ApiExamples.KEY)) {
                request.header(ApiExamples.KEY, UUID.randomUUID().toString());
            }
        }
        var body = body();
        if (body != null) {
            var types = place.operation().at("/requestBody/content").propertyNames();
            request.header("Content-Type", types.iterator().next());
        }
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return request.method(place.method().toUpperCase(Locale.ROOT), publisher).build();
    }

    private @Nullable String body() {
        var example = place.content().path("example");
        if (example.isMissingNode()) {
            assertThat(place.operation().has("requestBody")).as("%s has no body", id).isFalse();
            return null;
        }
        if (place.operation().at("/requestBody/content").has("application/json")) {
            var body = (ObjectNode) example.deepCopy();
            replaced.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
            return JSON.writeValueAsString(body);
        }
        return form(
                example.propertyStream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString())));
    }

    private String target() {
        var path = place.path();
        var query = new LinkedHashMap<String, String>();
        for (var parameter : place.operation().path("parameters")) {
            var name = parameter.path("name").asString();
            var value = parameters.getOrDefault(name, parameter.path("example").asString(""));
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value));
                case "query" -> {
                    if (!value.isEmpty()) {
                        query.put(name, value);
                    }
                }
                default -> {
                    // headers are sent where they are required
                }
            }
        }
        return query.isEmpty() ? path : path + "?" + form(query);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
