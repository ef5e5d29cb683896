package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sends the examples of a document as a reader would: what stands there, with nothing but ids and
 * tokens of the running service put in. Each answer must be one that the document promises.
 */
public final class ApiExamples {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final JsonNode document;
    private final Map<String, Place> operations = new TreeMap<>();
    private final Set<String> sent = new TreeSet<>();

    private record Place(String method, String path, JsonNode operation) {}

    ApiExamples(URI base, JsonNode document) {
        this.base = base;
        this.document = document;
        document.path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, operation) -> {
                                            if (METHODS.contains(method)) {
                                                operations.put(
                                                        operation.path("operationId").asString(),
                                                        new Place(method, path, operation));
                                            }
                                        }));
    }

    /** Which have not been sent yet. */
    Set<String> left() {
        var left = new TreeSet<>(operations.keySet());
        left.removeAll(sent);
        return left;
    }

    /** Operations with a body and no example of it. */
    Set<String> withoutExample() {
        return operations.entrySet().stream()
                .filter(o -> o.getValue().operation().has("requestBody"))
                .filter(o -> example(o.getValue()).isMissingNode())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Call call(String operationId) {
        return new Call(operationId);
    }

    private static JsonNode example(Place place) {
        return content(place.operation().path("requestBody")).path("example");
    }

    /** The one media type. */
    private static JsonNode content(JsonNode holder) {
        return holder.path("content").valueStream().findFirst().orElse(JSON.missingNode());
    }

    /** One example on its way. */
    public final class Call {

        private final String id;
        private final Place place;
        private final Map<String, String> parameters = new HashMap<>();
        private final Map<String, Object> replaced = new HashMap<>();
        private @Nullable String authorization;

        private Call(String id) {
            this.id = id;
            this.place = operations.getOrDefault(id, new Place("", "", JSON.missingNode()));
            assertThat(operations).as("operations").containsKey(id);
        }

        /** With one of the roles that the document names. */
        public Call as(String subject, @Nullable String organisation) {
            var role = place.operation().path("x-roles").path(0).asString();
            return bearer(Infra.issuer().token(subject, organisation, role));
        }

        public Call bearer(String token) {
            authorization = "Bearer " + token;
            return this;
        }

        public Call basic(String name, String password) {
            authorization =
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(
                                            (name + ":" + password)
                                                    .getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** A path or query parameter whose value only this running service knows. */
        public Call with(String parameter, String value) {
            parameters.put(parameter, value);
            return this;
        }

        /** A field of the body, likewise. */
        public Call replacing(String field, Object value) {
            replaced.put(field, value);
            return this;
        }

        public JsonNode send() {
            var answer = exchange();
            var promised =
                    place.operation().path("responses").path(Integer.toString(answer.statusCode()));
            assertThat(answer.statusCode() / 100)
                    .as("%s answered %d: %s", id, answer.statusCode(), answer.body())
                    .isEqualTo(2);
            assertThat(promised.isObject()).as("%s promises %d", id, answer.statusCode()).isTrue();
            sent.add(id);
            return keepsItsPromise(promised, answer);
        }

        private JsonNode keepsItsPromise(JsonNode promised, HttpResponse<String> answer) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var media = type.replaceAll(";.*", "");
            assertThat(promised.path("content").propertyNames())
                    .as("types of %s", id)
                    .contains(media);
            if (!media.equals("application/json")) {
                return JSON.missingNode();
            }
            var schema = strict(promised.path("content").path(media).path("schema"));
            var faults =
                    SCHEMAS.getSchema(JSON.writeValueAsString(schema), InputFormat.JSON)
                            .validate(
                                    answer.body(),
                                    InputFormat.JSON,
                                    run ->
                                            run.executionConfig(
                                                    config ->
                                                            config.formatAssertionsEnabled(true)));
            assertThat(faults).as("%s answers %s", id, answer.body()).isEmpty();
            return JSON.readTree(answer.body());
        }

        private HttpResponse<String> exchange() {
            var request = HttpRequest.newBuilder(base.resolve(target()));
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            for (var parameter : place.operation().path("parameters")) {
                if (parameter.path("name").asString().equals("Idempotency-Key")) {
                    request.header("Idempotency-Key", UUID.randomUUID().toString());
                }
            }
            var body = body();
            if (body != null) {
                request.header(
                        "Content-Type",
                        place.operation()
                                .path("requestBody")
                                .path("content")
                                .propertyNames()
                                .iterator()
                                .next());
            }
            var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
            request.method(place.method().toUpperCase(java.util.Locale.ROOT), publisher);
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private @Nullable String body() {
            var example = example(place);
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
                                    Collectors.toMap(
                                            Map.Entry::getKey, e -> e.getValue().asString())));
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
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Readers must bear new fields, so the document allows them; the service itself must not answer
     * with what is not documented.
     */
    private JsonNode strict(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        var definitions = document.path("components").deepCopy();
        close(definitions.path("schemas"));
        close(whole);
        whole.set("components", definitions);
        return whole;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiExamples::close);
    }
}
