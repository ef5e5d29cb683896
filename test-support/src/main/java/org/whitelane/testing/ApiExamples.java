package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Sends the examples of a document as a reader would: what stands there, with nothing but ids and
 * tokens of the running service put in. Each answer must be one that the document promises.
 */
public final class ApiExamples {

    static final String KEY = "Idempotency-Key";

    /** Fewer than a service takes before it says that it is overloaded. */
    private static final int AT_ONCE = 90;

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final JsonNode document;
    private final Map<String, Place> operations = new TreeMap<>();
    private final Map<String, HttpRequest> sent = new TreeMap<>();

    record Place(String method, String path, JsonNode operation) {

        /** Of the one media type. */
        JsonNode content() {
            return operation
                    .at("/requestBody/content")
                    .valueStream()
                    .findFirst()
                    .orElseGet(() -> operation.path("missing"));
        }
    }

    ApiExamples(URI base, JsonNode document) {
        this.base = base;
        this.document = document;
        document.path("paths").forEachEntry(this::read);
    }

    private void read(String path, JsonNode item) {
        item.forEachEntry(
                (method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(
                                operation.path("operationId").asString(),
                                new Place(method, path, operation));
                    }
                });
    }

    Map<String, Place> operations() {
        return operations;
    }

    /** Which have not been sent yet. */
    Set<String> left() {
        var left = new TreeSet<>(operations.keySet());
        left.removeAll(sent.keySet());
        return left;
    }

    /** Operations with a body and no example of it. */
    Set<String> withoutExample() {
        return operations.entrySet().stream()
                .filter(o -> o.getValue().operation().has("requestBody"))
                .filter(o -> o.getValue().content().path("example").isMissingNode())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public ApiExample call(String operationId) {
        assertThat(operations).as("operations").containsKey(operationId);
        var place = operations.getOrDefault(operationId, new Place("", "", document));
        return new ApiExample(this, operationId, place);
    }

    HttpResponse<String> send(String operationId, HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                sent.put(operationId, request);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Set<String> sent() {
        return new TreeSet<>(sent.keySet());
    }

    /** Once more what was sent, many at once; what wants a key of its own gets one. */
    Map<String, HttpResponse<String>> repeat(Set<String> ids) {
        var answers = new TreeMap<String, HttpResponse<String>>();
        var few = new TreeMap<String, CompletableFuture<HttpResponse<String>>>();
        for (var id : ids) {
            var request = sent.get(id);
            if (request != null) {
                few.put(id, http.sendAsync(again(request), BodyHandlers.ofString()));
            }
            if (few.size() == AT_ONCE) {
                few.forEach((known, answer) -> answers.put(known, answer.join()));
                few.clear();
            }
        }
        few.forEach((id, answer) -> answers.put(id, answer.join()));
        return answers;
    }

    private static HttpRequest again(HttpRequest request) {
        var copy = HttpRequest.newBuilder(request, (name, _) -> !name.equals(KEY));
        if (request.headers().firstValue(KEY).isPresent()) {
            copy.header(KEY, UUID.randomUUID().toString());
        }
        return copy.build();
    }

    URI resolve(String target) {
        return base.resolve(target);
    }

    /** What an operation promises for a status; references are followed. */
    JsonNode promised(String operationId, int status) {
        var answer =
                call(operationId)
                        .place()
                        .operation()
                        .path("responses")
                        .path(Integer.toString(status));
        var reference = answer.path("$ref").asString("");
        return reference.isEmpty() ? answer : document.at(reference.substring(1));
    }

    StrictSchema schema(JsonNode schema) {
        return StrictSchema.of(schema, document);
    }
}
