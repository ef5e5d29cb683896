package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.edge.Http.problem;
import static org.whitelane.chassis.edge.Http.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.chassis.security.Role;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** The edge over real HTTP: what a stranger, a clumsy client and a curious one get to see. */
@SpringBootTest(
        classes = EdgeApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "whitelane.service=edge")
@RealParts(broker = false)
@ExtendWith(OutputCaptureExtension.class)
class EdgeHttpTests {

    @LocalServerPort private int port;

    private HttpRequest.Builder request(String path) {
        return new Http(port).anonymous(path);
    }

    private HttpRequest.Builder as(String path, Role... roles) {
        return new Http(port).as(path, roles);
    }

    private HttpRequest.Builder post(String body) {
        return as("/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void takesAGoodBody() {
        var answer = send(post("{\"name\":\"a\",\"on\":\"2026-01-31\"}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"on\":\"2026-01-31\"}");
    }

    @Test
    void tellsEveryFaultOfABody() {
        var problem =
                problem(send(post("{\"on\":\"2026-02-30\",\"x\":1}")), 400, "invalid-request");

        assertThat(problem.get("faults").valueStream().map(f -> f.get("pointer").stringValue()))
                .containsExactly("/name", "/on", "/x");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/things");
    }

    @Test
    void refusesByNameWhatAnOperationWithoutABodyWouldDrop() {
        var move = "/things/5b1ad9d1-2f6c-4a0b-9d0c-0d8f2f0c8a11/move";
        for (var nothing : new String[] {"", "{}"}) {
            assertThat(send(json(move, nothing)).statusCode()).as(nothing).isEqualTo(200);
        }

        var problem = problem(send(json(move, "{\"reason\":\"late\"}")), 400, "invalid-request");

        assertThat(problem.get("faults").get(0).get("pointer").stringValue()).isEqualTo("/reason");
        problem(send(json(move, "{")), 400, "malformed-json");
    }

    private HttpRequest.Builder json(String path, String body) {
        return as(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void answersSpringsOwnRefusalsAlike() {
        problem(send(as("/nothing/here?secret=1")), 404, "not-found");
        problem(send(as("/things/1").DELETE()), 405, "method-not-allowed");
        problem(send(as("/things/not-a-uuid")), 404, "not-found");
        problem(
                send(as("/things").POST(BodyPublishers.ofString("x=1"))),
                415,
                "media-type-not-supported");
        problem(send(as("/me").header("Accept", "application/xml")), 406, "not-acceptable");
        problem(send(post("{")), 400, "malformed-json");
        problem(send(request("/error")), 404, "not-found");
    }

    @Test
    void checksParameters() {
        assertThat(send(as("/things?limit=100")).body())
                .isEqualTo("{\"items\":[\"100/0\"],\"next\":null}");
        for (var limit : new String[] {"0", "101", "-1", "x", "", "1&limit=2", "%00"}) {
            var code = limit.equals("%00") ? "request-rejected" : "invalid-request";
            problem(send(as("/things?limit=" + limit)), 400, code);
        }
        var problem = problem(send(as("/things?from=x")), 400, "invalid-request");
        assertThat(problem.get("faults").get(0).get("pointer").stringValue()).isEqualTo("?from");
    }

    @Test
    void hidesTheInsideAndLogsItOnce(CapturedOutput output) {
        var answer = send(as("/boom?token=verysecret").header("X-Correlation-Id", "find-me.1"));

        var problem = problem(answer, 500, "internal-error");
        assertThat(problem.get("correlationId").stringValue()).isEqualTo("find-me.1");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(output.getAll().lines().filter(line -> line.contains("secret inside")))
                .singleElement()
                .asString()
                .contains("\"correlationId\":\"find-me.1\"");
        assertThat(output.getAll()).doesNotContain("verysecret");
    }

    @Test
    void replacesACorrelationIdThatCouldBreakALog() {
        var answer = send(as("/me").header("X-Correlation-Id", "a b{\"x\":1}"));

        assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow()).hasSize(36);
    }

    @Test
    void takesOneMebibyteAndNotOneByteMore() {
        var most = 1024 * 1024 - "{\"name\":\"\"}".length();

        problem(send(post("{\"name\":\"" + "x".repeat(most) + "\"}")), 400, "invalid-request");
        problem(send(post("{\"name\":\"" + "x".repeat(most + 1) + "\"}")), 413, "body-too-large");
    }

    @Test
    void countsAChunkedBody() {
        var most = 1024 * 1024 - "{\"name\":\"\"}".length();

        problem(send(chunked("{\"name\":\"" + "x".repeat(most) + "\"}")), 400, "invalid-request");
        problem(
                send(chunked("{\"name\":\"" + "x".repeat(most + 1) + "\"}")),
                413,
                "body-too-large");
    }

    private HttpRequest.Builder chunked(String body) {
        return as("/things")
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(UTF_8))));
    }

    @Test
    void knowsWhoCalls() {
        assertThat(send(as("/me", Role.REGISTRAR)).body())
                .contains("\"issuer\":\"" + Infra.issuer().issuer())
                .endsWith(
                        "\"subject\":\"cred-1\",\"organisation\":\"org-1\",\"roles\":[\"REGISTRAR\"]}");
        assertThat(send(request("/public/me")).body()).isEqualTo("nobody");
        assertThat(send(as("/public/me")).body()).isEqualTo("cred-1");
    }

    @Test
    void asksForATokenAndNamesTheRoles() {
        var missing = send(request("/me"));
        problem(missing, 401, "token-missing");
        assertThat(missing.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        problem(send(request("/nothing")), 401, "token-missing");
        problem(send(request("/registrars")), 401, "token-missing");
        problem(
                send(request("/public/me").header("Authorization", "Bearer abc")),
                401,
                "token-invalid");
        problem(send(request("/me").header("Authorization", "Bearer a b")), 401, "token-invalid");
        var refused = problem(send(as("/registrars", Role.AUDITOR)), 403, "role-missing");
        assertThat(refused.get("detail").stringValue())
                .isEqualTo("This needs one of the roles: REGISTRAR, OPERATOR.");
        assertThat(send(as("/registrars", Role.OPERATOR)).body()).isEqualTo("in");
    }

    @Test
    void tellsBadTokensApart() {
        var issuer = Infra.issuer();
        var http = new Http(port);

        problem(send(http.with(issuer.expired("s", "o"), "/me")), 401, "token-expired");
        for (var token :
                List.of(
                        issuer.wrongAudience("s", "o"),
                        issuer.wrongIssuer("s", "o"),
                        issuer.wrongKey("s", "o"),
                        issuer.unsigned("s", "o"))) {
            var answer = send(http.with(token, "/me"));
            problem(answer, 401, "token-invalid");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void answersEvenARequestThatNoHandlerEverSees() throws IOException {
        for (var line : List.of("GET /a|b HTTP/1.1", "GET /%zz HTTP/1.1", "nonsense")) {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write((line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
                var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

                assertThat(answer)
                        .as(line)
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json", "\"code\":\"bad-request\"");
                assertThat(answer).doesNotContain("Tomcat", "html");
            }
        }
    }

    @Test
    void believesNoHeaderAboutWhereARequestComesFrom() {
        var answer =
                send(
                        request("/public/headers")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-For", "1.2.3.4")
                                .header("Forwarded", "for=1.2.3.4")
                                .header("ce_id", "1"));

        assertThat(answer.body().toLowerCase(java.util.Locale.ROOT))
                .endsWith("http")
                .doesNotContain("forwarded", "ce_id");
    }

    @Test
    void sendsSecurityHeadersAndNoCookie() {
        var headers = send(as("/me")).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void tellsHealthAndMetricsWithoutAToken() {
        assertThat(send(request("/actuator/health/readiness")).body())
                .contains("\"status\":\"UP\"");
        assertThat(send(request("/actuator/prometheus")).body()).contains("service=\"edge\"");
        problem(send(request("/me")), 401, "token-missing");
        assertThat(send(request("/actuator/prometheus")).body())
                .contains(
                        "whitelane_problems_total{code=\"token-missing\",service=\"edge\",status=\"401\"}");
        problem(send(request("/actuator/env")), 401, "token-missing");
        problem(send(as("/actuator/env")), 404, "not-found");
    }
}
