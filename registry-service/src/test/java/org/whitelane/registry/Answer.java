package org.whitelane.registry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the service said. */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        var text = response.body().isEmpty() ? "{}" : response.body();
        var headers =
                response.headers().map().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
        return new Answer(response.statusCode(), JSON.readTree(text), headers);
    }

    public String text(String field) {
        return body.path(field).asString();
    }

    /** Pointer to code. */
    public Map<String, String> faults() {
        return StreamSupport.stream(body.path("faults").spliterator(), false)
                .collect(
                        Collectors.toMap(
                                f -> f.path("pointer").asString(), f -> f.path("code").asString()));
    }
}
