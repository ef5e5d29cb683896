package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Set;

/** Each operation answers 503 when the database is away, or the document says it needs none. */
final class LostDatabase {

    private static final String CODE = "temporarily-unavailable";

    private final ApiExamples examples;

    LostDatabase(ApiExamples examples) {
        this.examples = examples;
    }

    /** Sends again whatever was sent. */
    void check(String url) {
        try (var _ = DatabaseOutage.of(url)) {
            examples.repeat(examples.sent()).forEach(this::check);
        }
        var one = Set.of("listStreamAdmin");
        await().until(
                        () ->
                                examples.repeat(one).values().stream()
                                        .allMatch(answer -> answer.statusCode() == 200));
    }

    private void check(String operation, HttpResponse<String> answer) {
        var told = examples.promised(operation, 503);
        var needed = told.path("x-codes").valueStream().anyMatch(c -> c.asString().equals(CODE));
        if (!needed) {
            assertThat(answer.statusCode() / 100).as(operation).isEqualTo(2);
            return;
        }
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(operation)
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).as(operation).isPresent();
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString(""))
                .as(operation)
                .isEqualTo(CODE);
    }
}
