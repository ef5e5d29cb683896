package org.whitelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.testing.Infra;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

class GatewayTests extends GatewayTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired private CircuitBreakerRegistry breakers;

    @Test
    void routesEachPathToItsService() throws Exception {
        for (var path :
                new String[] {
                    "/oauth2/jwks",
                    "/.well-known/oauth-authorization-server",
                    "/api/v1/approvals/ind",
                    "/mail/confirm"
                }) {
            assertThat(send(get(path)).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(BACKEND.received())
                .extracting(Backend.Received::path)
                .containsExactly(
                        "/oauth2/jwks",
                        "/.well-known/oauth-authorization-server",
                        "/api/v1/approvals/ind",
                        "/mail/confirm");
    }

    @Test
    void stripsWhatOnlyTheSuiteMaySay() throws Exception {
        send(
                get("/api/v1/approvals/ind")
                        .header("ce_type", "org.whitelane.forged")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Forwarded", "for=203.0.113.9")
                        .header("X-Correlation-Id", "0191f0aa-1111-7222-8333-944445555666"));

        var headers = BACKEND.received().getFirst().headers();
        assertThat(headers.keySet())
                .doesNotContain("ce_type", "x-forwarded-for", "x-forwarded-host", "forwarded");
        assertThat(headers.get("x-correlation-id"))
                .containsExactly("0191f0aa-1111-7222-8333-944445555666");
    }

    @Test
    void passesAStrangersTraceOnButNothingThatComesWithIt() throws Exception {
        var theirs = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        send(
                get("/api/v1/approvals/ind")
                        .header("traceparent", theirs)
                        .header("tracestate", "vendor=anything")
                        .header("baggage", "user=somebody"));
        send(get("/api/v1/approvals/ind").header("traceparent", "00-not-a-trace-01"));

        var well = BACKEND.received().getFirst().headers();
        assertThat(well.get("traceparent")).containsExactly(theirs);
        assertThat(well).doesNotContainKeys("tracestate", "baggage");
        assertThat(BACKEND.received().getLast().headers()).doesNotContainKey("traceparent");
    }

    @Test
    void passesConditionsAndVersionsOn() throws Exception {
        var read = get("/api/v1/approvals/ind/1").header("If-None-Match", "\"0\", \"1\"");
        BACKEND.answerWith(304);
        var known = send(read);
        BACKEND.answerWith(412);
        var stale =
                send(
                        post("/api/v1/approvals/ind")
                                .header("Authorization", "Bearer " + steward())
                                .header("If-Match", "\"7\""));
        BACKEND.answerWith(200);
        var head = send(get("/api/v1/approvals/ind/1").HEAD());

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(head.statusCode()).isEqualTo(200);
        for (var answer : List.of(known, stale, head)) {
            assertThat(answer.headers().allValues("ETag")).containsExactly("\"1\"");
        }
        var received = BACKEND.received();
        assertThat(received.get(0).headers().get("if-none-match")).containsExactly("\"0\", \"1\"");
        assertThat(received.get(1).headers().get("if-match")).containsExactly("\"7\"");
        assertThat(received.get(2).method()).isEqualTo("HEAD");
    }

    @Test
    void answersWithEachHeaderOnce() throws Exception {
        var headers = send(get("/api/v1/approvals/ind")).headers();

        for (var name :
                new String[] {"X-Correlation-Id", "X-Content-Type-Options", "Cache-Control"}) {
            assertThat(headers.allValues(name)).as(name).hasSize(1);
        }
    }

    @Test
    void givesEveryRequestOneCorrelationIdThatTheServiceSeesToo() throws Exception {
        var answer = send(get("/api/v1/approvals/ind"));

        assertThat(answer.headers().allValues("X-Correlation-Id"))
                .hasSize(1)
                .isEqualTo(BACKEND.received().getFirst().headers().get("x-correlation-id"));
    }

    @Test
    void answersForAServiceThatIsAway() throws Exception {
        var answer = send(get("/api/v1/whitelist/schemes"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("service-unavailable", "\"instance\":\"/api/v1/whitelist/schemes\"")
                .doesNotContain("Exception");
    }

    @Test
    void stopsAskingAServiceThatIsAwayAndOnlyThatOne() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(get("/api/v1/whitelist/schemes"));
        }

        assertThat(breakers.circuitBreaker("whitelist").getState())
                .isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(send(get("/api/v1/approvals/ind")).statusCode()).isEqualTo(200);
    }

    @Test
    void neverRepeatsAPost() throws Exception {
        BACKEND.answerWith(500);

        var answer =
                send(
                        post("/api/v1/approvals/ind")
                                .header("Authorization", "Bearer " + steward())
                                .header("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(BACKEND.received()).hasSize(1);
    }

    @Test
    void neverRepeatsAPostWhoseAnswerIsLost() throws Exception {
        BACKEND.hangUp(true);

        var answer =
                send(
                        post("/api/v1/approvals/ind")
                                .header("Authorization", "Bearer " + steward())
                                .header("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(BACKEND.received()).hasSize(1);
    }

    @Test
    void callersWhoBreakOffCloseTheDoorToNobody() throws Exception {
        for (int i = 0; i < 25; i++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(
                                """
                                POST /api/v1/notification/subscriptions HTTP/1.1\r
                                Host: localhost\r
                                Content-Type: application/json\r
                                Content-Length: 1000\r
                                \r
                                {"email"\
                                """
                                        .getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                var unused = socket.getInputStream().readAllBytes();
            }
        }

        assertThat(send(get("/mail/confirm")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sponsor=%00", "sponsor=%ff"})
    void parametersThatAreNotAllowedCloseTheDoorToNobody(String query) throws Exception {
        for (int i = 0; i < 25; i++) {
            assertThat(send(get("/api/v1/approvals/ind?" + query)).statusCode()).isEqualTo(400);
        }
        var many = send(get("/api/v1/approvals/ind?" + "a=1&".repeat(1500)));

        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(breakers.circuitBreaker("approvals").getState())
                .isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aTypeThatIsNoneIsTheCallersFault() throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(uri("/mail/unsubscribe?token=abc"))
                                .header("Content-Type", "*/*")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(BACKEND.received()).isEmpty();
    }

    @Test
    void passesAFormOn() throws Exception {
        send(
                HttpRequest.newBuilder(uri("/mail/unsubscribe?token=abc"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));

        assertThat(BACKEND.received().getFirst().body()).contains("List-Unsubscribe=One-Click");
    }

    @Test
    void refusesABadTokenBeforeAnyService() throws Exception {
        var issuer = Infra.issuer();
        for (var token :
                new String[] {
                    issuer.expired("s", null, "APPROVAL_STEWARD"),
                    issuer.wrongKey("s", null, "APPROVAL_STEWARD"),
                    issuer.wrongAudience("s", null, "APPROVAL_STEWARD"),
                    issuer.wrongIssuer("s", null, "APPROVAL_STEWARD"),
                    issuer.unsigned("s", null, "APPROVAL_STEWARD"),
                    "not.a.token"
                }) {
            var answer =
                    send(post("/api/v1/approvals/ind").header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        assertThat(send(post("/api/v1/approvals/ind")).statusCode()).as("no token").isEqualTo(401);
        assertThat(BACKEND.received()).isEmpty();
    }

    @Test
    void doesNotShowItsOwnInsides() throws Exception {
        assertThat(send(get("/actuator/env")).statusCode()).isIn(401, 404);
        assertThat(send(get("/actuator/prometheus")).statusCode())
                .as("to scrapers of this machine")
                .isEqualTo(200);
        assertThat(send(get("/nowhere")).statusCode()).isIn(401, 404);
    }

    private static String steward() {
        return Infra.issuer().token("steward", "organisation", "APPROVAL_STEWARD");
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri(path)).GET();
    }

    private HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Test
    void showsTheDocumentsOfAllServicesOnOnePage() throws Exception {
        var page = send(get("/docs"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe-eval");
        assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
        var files =
                Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .toList();
        assertThat(files).hasSize(4);
        for (var file : files) {
            assertThat(send(get(file.group(1))).statusCode()).as(file.group(1)).isEqualTo(200);
        }
        var documents = JsonMapper.shared().readTree(send(get("/docs/documents.json")).body());
        assertThat(documents.valueStream().map(d -> d.path("url").asString()))
                .containsExactly(
                        "/api/v1/registry/openapi.json",
                        "/api/v1/approvals/openapi.json",
                        "/api/v1/whitelist/openapi.json",
                        "/api/v1/notification/openapi.json");
        assertThat(send(get("/api/v1/approvals/openapi.json")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
