package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.edge.Http.problem;
import static org.whitelane.chassis.edge.Http.send;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.whitelane.chassis.security.Role;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One effect per key, on a real database, whatever happens in between. */
@SpringBootTest(
        classes = StoreApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"whitelane.service=edge", "spring.flyway.locations=classpath:db/edge"})
@RealParts(value = "edge", broker = false)
@ExtendWith(OutputCaptureExtension.class)
class IdempotencyTests {

    @LocalServerPort private int port;
    @Autowired private JdbcClient db;
    @Autowired private StoreApp.ItemController proxied;

    private StoreApp.ItemController controller;
    private Http http;
    private final String name = "item-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        http = new Http(port);
        controller = AopTestUtils.getTargetObject(proxied);
    }

    @AfterEach
    void letGo() {
        controller.goOn.countDown();
        controller.goOn = new CountDownLatch(0);
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request, String key, String body) {
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder create(String key, String name) {
        return post(http.as("/items"), key, "{\"name\":\"%s\"}".formatted(name));
    }

    private int effects(String name) {
        return db.sql("select count(*) from item where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private int answers() {
        return db.sql("select count(*) from idempotency_answer").query(Integer.class).single();
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        var first = send(create(key, name));
        var second = send(create(key, name));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains(name);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(effects(name)).isOne();
    }

    @Test
    void refusesAnotherBodyEvenIfItMeansTheSame() {
        send(create(key, name));

        problem(send(create(key, name + "x")), 422, "idempotency-key-reused");
        problem(
                send(post(http.as("/items"), key, "{ \"name\":\"%s\"}".formatted(name))),
                422,
                "idempotency-key-reused");
        assertThat(effects(name)).isOne();
    }

    @Test
    void keepsClientsOrganisationsAndPathsApart() {
        var body = "{\"name\":\"%s\"}".formatted(name);

        assertThat(send(create(key, name)).statusCode()).isEqualTo(201);
        assertThat(send(post(http.by("cred-2", "org-1", "/items"), key, body)).statusCode())
                .isEqualTo(201);
        assertThat(send(post(http.by("cred-1", "org-2", "/items"), key, body)).statusCode())
                .isEqualTo(201);
        assertThat(send(post(http.anonymous("/public/items"), key, body)).statusCode())
                .isEqualTo(201);
        assertThat(send(post(http.as("/public/items"), key, body)).statusCode()).isEqualTo(201);
        assertThat(effects(name)).isEqualTo(5);
    }

    @Test
    void givesAnAnonymousAnswerOnlyToWhoKnowsTheWholeRequest() {
        var first =
                send(
                        post(
                                http.anonymous("/public/items"),
                                key,
                                "{\"name\":\"%s\"}".formatted(name)));
        var again =
                send(
                        post(
                                http.anonymous("/public/items"),
                                key,
                                "{\"name\":\"%s\"}".formatted(name)));
        var stranger = send(post(http.anonymous("/public/items"), key, "{\"name\":\"other\"}"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(stranger.statusCode()).isEqualTo(201);
        assertThat(stranger.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(stranger.body()).doesNotContain(name);
    }

    @Test
    void asksForTheKeyTogetherWithTheBodysFaults() {
        var answer =
                send(
                        http.as("/items")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"x\":1}")));

        var faults = problem(answer, 400, "invalid-request").get("faults");
        assertThat(
                        faults.valueStream()
                                .map(
                                        f ->
                                                f.get("pointer").stringValue()
                                                        + " "
                                                        + f.get("code").stringValue()))
                .containsExactly("#Idempotency-Key required", "/name required", "/x unknown-field");
        for (var bad : List.of("a b", "x".repeat(129))) {
            problem(send(create(bad, name)), 400, "invalid-request");
        }
        assertThat(effects(name)).isZero();
    }

    @Test
    void checksTheRoleBeforeItGivesAStoredAnswer() {
        var body = "{\"name\":\"%s\"}".formatted(name);
        assertThat(send(post(http.as("/registrars/items", Role.REGISTRAR), key, body)).statusCode())
                .isEqualTo(201);

        problem(
                send(post(http.as("/registrars/items", Role.AUDITOR), key, body)),
                403,
                "role-missing");
    }

    @Test
    void hasOneEffectForTwentyAtOnce() throws Exception {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> send(create(key, name))));
            }
        }

        var bodies = new ArrayList<String>();
        for (var answer : answers) {
            if (answer.get().statusCode() == 201) {
                bodies.add(answer.get().body());
            } else {
                problem(answer.get(), 409, "request-in-flight");
                assertThat(answer.get().headers().firstValue("Retry-After")).hasValue("1");
            }
        }
        assertThat(bodies).isNotEmpty().allMatch(bodies.getFirst()::equals);
        assertThat(effects(name)).isOne();
    }

    @Test
    void tellsThatTheFirstIsStillAtWork() throws Exception {
        hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> send(create(key, name)));
            controller.reached.await();

            problem(send(create(key, name)), 409, "request-in-flight");
            controller.goOn.countDown();
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(send(create(key, name)).headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
    }

    /** The next request stops after its effect, before its commit. */
    private void hold() {
        controller.reached = new CountDownLatch(1);
        controller.goOn = new CountDownLatch(1);
    }

    @Test
    void savesNothingOfARequestThatWasKilledMidWay() throws Exception {
        hold();
        int before = answers();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var killed = threads.submit(() -> send(create(key, name)));
            controller.reached.await();
            terminateSessionsInATransaction();
            controller.goOn.countDown();

            problem(killed.get(), 503, "temporarily-unavailable");
            assertThat(killed.get().headers().firstValue("Retry-After")).isPresent();
        }

        assertThat(effects(name)).isZero();
        assertThat(answers()).isEqualTo(before);
        assertThat(send(create(key, name)).statusCode()).isEqualTo(201);
        assertThat(effects(name)).isOne();
    }

    private static void terminateSessionsInATransaction() throws SQLException {
        var superuser = Infra.superuser();
        try (var session =
                        DriverManager.getConnection(
                                Infra.database("edge").url(),
                                superuser.username(),
                                superuser.password());
                var statement = session.createStatement()) {
            statement.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = 'edge' and state = 'idle in transaction' and pid <> pg_backend_pid()
                    """);
        }
    }

    @Test
    void keepsNoRefusal() {
        problem(send(create(key, "refused" + name)), 422, "not-this-one");

        assertThat(effects("refused" + name)).isZero();
        assertThat(send(create(key, name)).statusCode()).isEqualTo(201);
    }

    @Test
    void showsASecretOnceAndKeepsItNowhere() {
        var request = post(http.as("/secrets"), key, "{\"name\":\"%s\"}".formatted(name));

        assertThat(send(request).body()).contains(name);
        problem(send(request), 409, "secret-already-shown");
        problem(
                send(post(http.as("/secrets"), key, "{\"name\":\"other\"}")),
                422,
                "idempotency-key-reused");
        var stored =
                db.sql("select count(*) from idempotency_answer where secret and body is null")
                        .query(Integer.class)
                        .single();
        assertThat(stored).isPositive();
        assertThat(effects(name)).isOne();
    }

    @Test
    void aFrozenInstanceLosesItsRowsInTheEnd() {
        assertThat(
                        db.sql("select current_setting('idle_in_transaction_session_timeout')")
                                .query(String.class)
                                .single())
                .isEqualTo("30s");
    }

    @Test
    void keepsNoValueOfARowInItsLog(CapturedOutput output) {
        problem(
                send(post(http.as("/duplicates"), key, "{\"name\":\"Zhang San\"}")),
                409,
                "concurrent-change");
        problem(
                send(post(http.as("/broken"), key, "{\"name\":\"Zhang San\"}")),
                500,
                "internal-error");

        assertThat(output.getAll())
                .contains("\"message\":\"unexpected\"")
                .doesNotContain("Zhang San");
    }

    @Test
    void pagesThroughAListAndRefusesACursorCutInHalf() {
        for (int i = 0; i < 5; i++) {
            send(create(UUID.randomUUID().toString(), "z%d-%s".formatted(i, name)));
        }
        var first = Http.json(send(http.as("/items?limit=2")));
        var cursor = first.get("next").stringValue();

        assertThat(first.get("items")).hasSize(2);
        assertThat(Http.json(send(http.as("/items?cursor=" + cursor))).get("items")).isNotEmpty();
        problem(
                send(http.as("/items?cursor=" + cursor.substring(0, cursor.length() / 2))),
                400,
                "cursor-invalid");
        problem(send(http.as("/items?cursor=")), 400, "cursor-invalid");
    }
}
