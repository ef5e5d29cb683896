package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.whitelane.gateway.Backend;
import org.whitelane.testing.Infra;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Each test has clients and addresses of its own, since a quota comes back slowly here. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "whitelane.gateway.limits.client.quota=5",
            "whitelane.gateway.limits.client.window=10m",
            "whitelane.gateway.limits.anonymous.quota=6",
            "whitelane.gateway.limits.anonymous.window=10m",
            "whitelane.gateway.limits.token.quota=8",
            "whitelane.gateway.limits.token.window=10m",
            "whitelane.gateway.limits.credential.quota=3",
            "whitelane.gateway.limits.sign-up.quota=2",
            "whitelane.gateway.limits.in-flight=3",
            "resilience4j.bulkhead.configs.default.max-concurrent-calls=4"
        })
class LimitTests {

    private static final Backend BACKEND = new Backend();
    private static final String OPEN = "/api/v1/approvals/ind";

    @LocalServerPort private int port;
    @Autowired private Limits limits;

    private CountDownLatch gate = new CountDownLatch(0);

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        Infra.issuer().properties().forEach((name, value) -> properties.add(name, () -> value));
        for (var service : new String[] {"registry", "approval", "notification", "whitelist"}) {
            properties.add("whitelane.services." + service, BACKEND::uri);
        }
    }

    @BeforeEach
    void forget() {
        BACKEND.received().clear();
        BACKEND.answerWith(200);
    }

    @AfterEach
    void open() {
        gate.countDown();
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void tellsEveryCallerWhatIsLeft() throws Exception {
        var outsider = Outsider.from("127.1.0.1", port);

        for (var answer :
                new HttpResponse<?>[] {
                    outsider.get(OPEN), outsider.post(OPEN), outsider.get("/nowhere")
                }) {
            assertThat(answer.headers().allValues("RateLimit-Policy"))
                    .containsExactly("\"anonymous\";q=6;w=600");
        }
        assertThat(outsider.get(OPEN).headers().allValues("RateLimit"))
                .singleElement()
                .asString()
                .matches("\"anonymous\";r=2;t=[1-9]\\d*");
        assertThat(outsider.get(OPEN, "Authorization", bearer("told")).headers().map())
                .extractingByKey("RateLimit")
                .asString()
                .matches("\\[\"client\";r=4;t=[1-9]\\d*]");
    }

    @Test
    void refusesWhatIsBeyondTheQuotaBeforeAnyService() throws Exception {
        var outsider = Outsider.from("127.1.0.2", port);
        for (int i = 0; i < 6; i++) {
            assertThat(outsider.get(OPEN).statusCode()).isEqualTo(200);
        }

        var refused = outsider.get(OPEN);

        assertThat(refused.statusCode()).isEqualTo(429);
        var wait = refused.headers().firstValue("Retry-After").orElseThrow();
        // six in ten minutes: the next one after 100 s, less what the test took
        assertThat(Integer.parseInt(wait)).isBetween(1, 100);
        assertThat(refused.headers().firstValue("RateLimit"))
                .hasValue("\"anonymous\";r=0;t=" + wait);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.body())
                .contains("\"code\":\"rate-limit-exceeded\"", "\"instance\":\"" + OPEN + "\"");
        assertThat(BACKEND.received()).hasSize(6);
    }

    @Test
    void aClientIsTheSameFromEveryAddressAndAnotherIsNot() throws Exception {
        var here = Outsider.from("127.1.0.3", port);
        var there = Outsider.from("127.1.0.4", port);
        var greedy = bearer("greedy");
        for (int i = 0; i < 5; i++) {
            assertThat(here.get(OPEN, "Authorization", greedy).statusCode()).isEqualTo(200);
        }

        assertThat(here.get(OPEN, "Authorization", greedy).statusCode()).isEqualTo(429);
        assertThat(there.get(OPEN, "Authorization", greedy).statusCode()).isEqualTo(429);
        assertThat(there.get(OPEN, "Authorization", bearer("greedy")).statusCode())
                .as("with a new token")
                .isEqualTo(429);
        assertThat(here.get(OPEN, "Authorization", bearer("modest")).statusCode()).isEqualTo(200);
        assertThat(here.get(OPEN).headers().firstValue("RateLimit").orElseThrow())
                .as("what clients do is not taken from their network")
                .startsWith("\"anonymous\";r=5;");
    }

    @Test
    void badTokensPayAsTheNetworkTheyComeFrom() throws Exception {
        var outsider = Outsider.from("127.1.0.5", port);
        var neighbour = bearer("neighbour");
        assertThat(outsider.get(OPEN, "Authorization", neighbour).statusCode()).isEqualTo(200);
        var forged = "Bearer " + Infra.issuer().wrongKey("s", null, "APPROVAL_STEWARD");
        for (int i = 0; i < 6; i++) {
            assertThat(outsider.get(OPEN, "Authorization", forged).statusCode()).isEqualTo(401);
        }

        assertThat(outsider.get(OPEN, "Authorization", forged).statusCode()).isEqualTo(429);
        assertThat(outsider.get(OPEN, "Authorization", neighbour).statusCode())
                .as("a token known to be good")
                .isEqualTo(200);
    }

    @Test
    void nobodySaysWhereARequestCameFrom() throws Exception {
        var outsider = Outsider.from("127.1.0.6", port);
        for (int i = 0; i < 6; i++) {
            outsider.get(OPEN, "X-Forwarded-For", "203.0.113." + i, "Forwarded", "for=192.0.2.1");
        }

        assertThat(outsider.get(OPEN, "X-Forwarded-For", "203.0.113.77").statusCode())
                .isEqualTo(429);
    }

    @Test
    void strangersSignUpAndAskForTokensUnderPoliciesOfTheirOwn() throws Exception {
        var outsider = Outsider.from("127.1.0.7", port);
        outsider.post("/api/v1/notification/subscriptions");
        outsider.post("/api/v1/notification/%73ubscriptions");

        var refused = outsider.post("/api/v1/notification/subscriptions");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"sign-up\";q=2;w=600");
        for (int i = 0; i < 8; i++) {
            // each for another client, one of them in another spelling of the path
            var path = i == 3 ? "/oauth2/%74oken" : "/oauth2/token";
            assertThat(outsider.askForToken(path, "nobody-" + i).statusCode()).isEqualTo(200);
        }
        assertThat(outsider.askForToken("/oauth2/token", "nobody-9").statusCode()).isEqualTo(429);
        assertThat(outsider.get(OPEN).statusCode()).isEqualTo(200);
    }

    @Test
    void guessingASecretEndsSoonAndLocksNobodyOut() throws Exception {
        var office = Outsider.from("127.1.0.8", port);
        assertThat(office.askForToken("/oauth2/token", "officer").statusCode()).isEqualTo(200);
        BACKEND.answerWith(401);
        for (int i = 0; i < 3; i++) {
            var guesser = Outsider.from("127.1.1." + i, port);
            assertThat(guesser.askForToken("/oauth2/token", "officer").statusCode()).isEqualTo(401);
        }
        BACKEND.answerWith(200);

        var guess = Outsider.from("127.1.1.9", port).askForToken("/oauth2/token", "officer");
        assertThat(guess.statusCode()).isEqualTo(429);
        assertThat(guess.headers().firstValue("RateLimit").orElseThrow())
                .startsWith("\"credential\";r=0;t=");
        assertThat(office.askForToken("/oauth2/token", "officer").statusCode())
                .as("from where it has worked before")
                .isEqualTo(200);
        assertThat(
                        Outsider.from("127.1.1.9", port)
                                .askForToken("/oauth2/token", "another")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientHasSoManyRequestsUnderWayAndNotMore() throws Exception {
        var office = Outsider.from("127.1.0.9", port);
        var slow = bearer("slow");
        var held = hold(office, slow, slow, slow);

        var refused = office.get(OPEN, "Authorization", slow);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"in-flight\";q=3;qu=\"concurrent-requests\"");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(office.get(OPEN, "Authorization", bearer("quick")).statusCode()).isEqualTo(200);
        release(held);
        assertThat(office.get(OPEN, "Authorization", slow).statusCode()).isEqualTo(200);
        Awaitility.await().until(() -> limits.inFlight().keys() == 0);
    }

    @Test
    void aSlowServiceDoesNotTakeTheWholeDoor() throws Exception {
        var one = bearer("one");
        var two = bearer("two");
        var held = hold(Outsider.from("127.1.0.11", port), one, one, two, two);
        var other = Outsider.from("127.1.0.12", port);

        var refused = other.get(OPEN);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"overloaded\"");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(other.get("/oauth2/jwks").statusCode()).as("another service").isEqualTo(200);
        release(held);
        assertThat(other.get(OPEN).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWatchesTheDoorIsNeverRefusedAndSeesTheRefusals() throws Exception {
        var outsider = Outsider.from("127.1.0.10", port);
        for (int i = 0; i < 10; i++) {
            outsider.get(OPEN);
            assertThat(outsider.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }

        assertThat(outsider.get("/actuator/prometheus").body())
                .containsPattern("whitelane_gateway_refusals_total\\{[^}]*policy=\"anonymous\"")
                .doesNotContain("127.1.0.10");
    }

    /** A request for each token, none of which is answered until {@link #release}. */
    private List<CompletableFuture<HttpResponse<String>>> hold(Outsider from, String... tokens) {
        gate = new CountDownLatch(1);
        BACKEND.holdSlowOnes(gate);
        var held = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var token : tokens) {
            held.add(from.ask(OPEN + "/slow", "Authorization", token));
        }
        Awaitility.await().until(() -> BACKEND.received().size() == tokens.length);
        return held;
    }

    private void release(List<CompletableFuture<HttpResponse<String>>> held) throws Exception {
        gate.countDown();
        for (var answer : held) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    private static String bearer(String subject) {
        return "Bearer " + Infra.issuer().token(subject, "organisation", "APPROVAL_STEWARD");
    }
}
