package org.whitelane.notification.subscription.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.notification.support.NotificationApi;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

@NotificationTest
class SubscriptionApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NotificationApi api = new NotificationApi(0);

    @LocalServerPort int port;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    static Stream<Arguments> faults() {
        var many = IntStream.range(0, 21).mapToObj(n -> "\"w" + n + "\"").toList().toString();
        return Stream.of(
                arguments(
                        "{}", List.of("/criteria required", "/email required", "/locale required")),
                arguments(
                        body("a", "fr", "{}"),
                        List.of("/email email-address", "/locale mail-locale")),
                arguments(
                        body("a@b.example\\r\\nBcc: c@d.example", "en", "{}"),
                        List.of("/email email-address")),
                arguments(
                        body("a@b.example", "en", "{\"kind\": []}"),
                        List.of("/criteria/kind unknown-field")),
                arguments(
                        body("a@b.example", "en", "{\"kinds\": [\"BATCH\"], \"schemes\": [\"\"]}"),
                        List.of("/criteria/kinds/0 unknown-value", "/criteria/schemes/0 blank")),
                arguments(
                        body("a@b.example", "en", "{\"keywords\": \"x\"}"),
                        List.of("/criteria/keywords wrong-type")),
                arguments(
                        body("a@b.example", "en", "{\"keywords\": " + many + "}"),
                        List.of("/criteria/keywords size")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesEveryFaultAtOnce(String body, List<String> expected) {
        var answer = api.subscribe(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(faultsOf(JSON.readTree(answer.body())))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void neverTellsWhetherAnAddressIsKnown() {
        var email = UUID.randomUUID() + "@known.example";
        var first = JSON.readTree(api.subscribe(email, "en", "{}").body());
        for (int n = 0; n < 7; n++) {
            var again = api.subscribe(email, "en", "{}");
            assertThat(again.statusCode()).isEqualTo(202);
            var view = JSON.readTree(again.body());
            assertThat(view.propertyNames()).containsExactlyElementsOf(first.propertyNames());
            assertThat(view.get("status")).isEqualTo(first.get("status"));
            assertThat(view.get("id")).isNotEqualTo(first.get("id"));
        }
    }

    @Test
    void showsTheQueueToOperatorsAndAuditorsOnly() {
        var path = "/api/v1/notification/admin/messages";
        assertThat(api.get(path).statusCode()).isEqualTo(401);
        assertThat(api.get(path, token("REGULATOR")).statusCode()).isEqualTo(403);
        assertThat(api.get(path, token("OPERATOR")).statusCode()).isEqualTo(200);
        assertThat(api.get(path + "?status=LOST", token("AUDITOR")).statusCode()).isEqualTo(400);
    }

    @Test
    void showsTheQueueWithoutAddresses() {
        for (int n = 0; n < 3; n++) {
            api.subscribe(UUID.randomUUID() + "@paged.example", "en", "{}");
        }
        var path = "/api/v1/notification/admin/messages?limit=1";
        var first = api.get(path, token("AUDITOR")).body();
        var next = JSON.readTree(first).get("next").stringValue();
        var second = api.get(path + "&cursor=" + next, token("AUDITOR"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(second.body()).at("/items/0/id"))
                .isNotEqualTo(JSON.readTree(first).at("/items/0/id"));
        assertThat(first + second.body()).doesNotContain("paged.example");
    }

    private static String token(String role) {
        return Infra.issuer().token("somebody", null, role);
    }

    private static String body(String email, String locale, String criteria) {
        return "{\"email\": \"%s\", \"locale\": \"%s\", \"criteria\": %s}"
                .formatted(email, locale, criteria);
    }

    private static List<String> faultsOf(JsonNode problem) {
        return StreamSupport.stream(problem.get("faults").spliterator(), false)
                .map(f -> f.get("pointer").stringValue() + " " + f.get("code").stringValue())
                .toList();
    }
}
