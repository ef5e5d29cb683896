package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/** What came back. */
public record Answer(Call call, int status, HttpHeaders headers, String body) {

    private static final Set<String> PROBLEM =
            Set.of(
                    "type",
                    "title",
                    "status",
                    "detail",
                    "code",
                    "instance",
                    "correlationId",
                    "currentVersion",
                    "faults");

    static Answer of(Call call, HttpResponse<String> response) {
        return new Answer(call, response.statusCode(), response.headers(), response.body());
    }

    public Answer expect(int expected) {
        assertThat(status).as("%s: %s", call, body).isEqualTo(expected);
        return this;
    }

    Answer expectSuccess() {
        assertThat(status).as("%s: %s", call, body).isBetween(200, 299);
        return this;
    }

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** A strong tag, or a failure. */
    public String etag() {
        var etag = header("ETag");
        assertThat(etag).as("ETag of %s", call).isNotNull().matches("\"[1-9][0-9]*\"");
        return String.valueOf(etag);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public String location() {
        var place = header("Location");
        assertThat(place).as("Location of %s", call).isNotNull();
        return String.valueOf(place);
    }

    /** Checks everything that all problems have in common (RFC 9457). */
    public JsonNode problem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type")).as("%s", call).isEqualTo("application/problem+json");
        var problem = json();
        assertThat(problem.path("code").asString("")).as("%s: %s", call, body).isEqualTo(code);
        assertThat(problem.path("type").asString("")).endsWith("/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("title").asString("")).isNotBlank();
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(problem.path("instance").asString(""))
                .isEqualTo(call.target().replaceFirst("\\?.*", ""));
        assertThat(problem.path("correlationId").asString(""))
                .isEqualTo(header("X-Correlation-Id"));
        assertThat(PROBLEM).containsAll(problem.propertyNames());
        assertThat(nulls(problem)).as(body).isFalse();
        assertThat(body)
                .doesNotContain(
                        "Exception",
                        "\\tat ",
                        "org.whitelane",
                        "org.springframework",
                        "java.",
                        "SQL");
        problem.path("faults").forEach(Answer::requireFault);
        return problem;
    }

    /** Each fault of a 400 as its pointer. */
    List<String> pointers() {
        return problem(400, "invalid-request")
                .path("faults")
                .valueStream()
                .map(fault -> fault.path("pointer").asString())
                .toList();
    }

    private static void requireFault(JsonNode fault) {
        assertThat(fault.propertyNames())
                .as("%s", fault)
                .containsExactlyInAnyOrder("pointer", "code", "detail");
        assertThat(fault.path("pointer").asString()).matches("|[/?#].*");
        assertThat(fault.path("code").asString()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(fault.path("detail").asString()).isNotBlank();
    }

    private static boolean nulls(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(Answer::nulls);
    }
}
