package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.edge.Http.problem;
import static org.whitelane.chassis.edge.Http.send;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.security.Role;
import org.whitelane.testing.RealParts;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** ETag and If-Match over real HTTP and a real database. */
@SpringBootTest(
        classes = StoreApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"whitelane.service=edge", "spring.flyway.locations=classpath:db/edge"})
@RealParts(value = "edge", broker = false)
class VersionTests {

    private static final String KEY = "Idempotency-Key";

    @LocalServerPort private int port;
    @Autowired private JdbcClient db;

    private Http http;
    private String path = "";

    @BeforeEach
    void aShelf() {
        http = new Http(port);
        var created = send(json("/shelves", "first").header(KEY, key()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(etag(created)).isEqualTo("\"1\"");
        path = created.headers().firstValue("Location").orElseThrow();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder json(String to, String name) {
        return http.as(to, Role.REGISTRAR)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)));
    }

    private HttpRequest.Builder rename(String name) {
        return json(path, name).PUT(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)));
    }

    private HttpRequest.Builder get() {
        return http.as(path);
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElse("none");
    }

    @Test
    void aReaderWhoKnowsTheVersionGetsNothingAgain() {
        assertThat(etag(send(get()))).isEqualTo("\"1\"");

        for (var known : new String[] {"\"1\"", "\"0\", \"1\"", "W/\"1\"", "*"}) {
            var answer = send(get().header("If-None-Match", known));
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(etag(answer)).isEqualTo("\"1\"");
        }
        for (var unknown : new String[] {"\"2\"", "1", "\"1"}) {
            var answer = send(get().header("If-None-Match", unknown));
            assertThat(answer.statusCode()).as(unknown).isEqualTo(200);
            assertThat(answer.body()).contains("first");
        }
    }

    @Test
    void aReadersConditionHoldsToo() {
        assertThat(send(get().header("If-Match", "\"1\"")).statusCode()).isEqualTo(200);
        problem(send(get().header("If-Match", "\"2\"")), 412, "version-mismatch");
        problem(send(get().header("If-Match", "2")), 400, "invalid-request");
    }

    @Test
    void headersAloneTellTheVersion() {
        var head = send(get().method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(etag(head)).isEqualTo("\"1\"");
        var known = get().method("HEAD", BodyPublishers.noBody()).header("If-None-Match", "\"1\"");
        assertThat(send(known).statusCode()).isEqualTo(304);
    }

    @Test
    void aChangeWhoseAnswerWasLostIsNotMadeAgain() {
        var key = key();
        var first = send(rename("second").header("If-Match", "\"1\"").header(KEY, key));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

        var repeat = send(rename("second").header("If-Match", "\"1\"").header(KEY, key));

        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(etag(repeat)).isEqualTo("\"2\"");
        assertThat(repeat.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        problem(send(rename("third").header(KEY, key)), 422, "idempotency-key-reused");
        assertThat(etag(send(get()))).isEqualTo("\"2\"");
    }

    /** It may name the very thing that is changed. */
    @Test
    void anotherQueryIsAnotherRequest() {
        var key = key();
        var whole = path;
        path = whole + "?issuer=a";
        assertThat(send(rename("second").header(KEY, key)).statusCode()).isEqualTo(200);

        path = whole + "?issuer=b";
        problem(send(rename("second").header(KEY, key)), 422, "idempotency-key-reused");
    }

    @Test
    void aRefusedChangeUsesNoKeyUp() {
        var key = key();
        problem(
                send(rename("second").header("If-Match", "\"7\"").header(KEY, key)),
                412,
                "version-mismatch");

        var corrected = send(rename("second").header("If-Match", "\"1\"").header(KEY, key));

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    /** Whoever has lost the role since gets no answer of the time when it was there. */
    @Test
    void anAnswerIsKeptForWhoMayMakeTheChange() {
        var key = key();
        assertThat(send(rename("second").header(KEY, key)).statusCode()).isEqualTo(200);
        var body = BodyPublishers.ofString("{\"name\":\"second\"}");

        var later =
                http.as(path).header("Content-Type", "application/json").header(KEY, key).PUT(body);

        problem(send(later), 403, "role-missing");
    }

    @Test
    void changesOnlyWhatTheCallerHasRead() {
        var changed = send(rename("second").header("If-Match", "\"1\""));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(etag(changed)).isEqualTo("\"2\"");

        for (var stale : new String[] {"\"1\"", "W/\"2\"", "\"7\", \"9\"", "\"x\""}) {
            var late = send(rename("third").header("If-Match", stale));
            var problem = problem(late, 412, "version-mismatch");
            assertThat(problem.get("currentVersion").longValue()).isEqualTo(2);
            assertThat(etag(late)).isEqualTo("\"2\"");
        }
        assertThat(send(get()).body()).contains("second");
        assertThat(etag(send(rename("third").header("If-Match", "\"1\", \"2\""))))
                .isEqualTo("\"3\"");
        assertThat(etag(send(rename("fourth").header("If-Match", "*")))).isEqualTo("\"4\"");
        assertThat(etag(send(rename("fifth")))).isEqualTo("\"5\"");
    }

    @Test
    void tellsAMalformedConditionTogetherWithTheBodysFaults() {
        var answer =
                send(rename("x").PUT(BodyPublishers.ofString("{\"x\":1}")).header("If-Match", "1"));

        var faults = problem(answer, 400, "invalid-request").get("faults");
        assertThat(faults.valueStream().map(f -> f.get("pointer").stringValue()))
                .containsExactly("#If-Match", "/name", "/x");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void tellsNobodyWithoutTheRoleWhatIsWrongWithABody() {
        var answer =
                send(
                        http.as(path, Role.AUDITOR)
                                .header("Content-Type", "text/plain")
                                .header("If-Match", "1")
                                .PUT(BodyPublishers.ofString("{")));

        var problem = problem(answer, 403, "role-missing");
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("This needs one of the roles: REGISTRAR.");
        problem(
                send(http.as("/registrars/items", Role.AUDITOR).POST(BodyPublishers.noBody())),
                403,
                "role-missing");
    }

    @Test
    void aRepeatGetsItsAnswerAlsoWhenTheVersionMovedOn() {
        var key = key();
        var change = json(path + "/names", "second").header(KEY, key).header("If-Match", "\"1\"");
        var first = send(change);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(etag(first)).isEqualTo("\"2\"");
        send(rename("third"));

        var again = send(change);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(etag(again)).isEqualTo("\"2\"");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(etag(send(get()))).isEqualTo("\"3\"");
    }

    @Test
    void aRefusedConditionTakesNoKey() {
        var key = key();
        problem(
                send(json(path + "/names", "second").header(KEY, key).header("If-Match", "\"9\"")),
                412,
                "version-mismatch");

        var good =
                send(json(path + "/names", "second").header(KEY, key).header("If-Match", "\"1\""));
        assertThat(good.statusCode()).isEqualTo(201);
    }

    @Test
    void letsExactlyOneOfManyWriteOnAVersion() throws Exception {
        for (long version = 1; version <= 10; version++) {
            var tag = "\"%d\"".formatted(version);
            var answers = atOnce(8, () -> send(rename("by one").header("If-Match", tag)));

            assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(1);
            for (var answer : answers) {
                if (answer.statusCode() != 200) {
                    var problem = problem(answer, 412, "version-mismatch");
                    assertThat(problem.get("currentVersion").longValue()).isEqualTo(version + 1);
                }
            }
        }
        var stored =
                db.sql("select version from shelf where id = ?")
                        .param(UUID.fromString(path.substring("/shelves/".length())))
                        .query(Long.class)
                        .single();
        assertThat(stored).isEqualTo(11);
    }

    private static java.util.List<HttpResponse<String>> atOnce(
            int many, Callable<HttpResponse<String>> action) throws Exception {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var running = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
            for (int i = 0; i < many; i++) {
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return action.call();
                                }));
            }
            var answers = new ArrayList<HttpResponse<String>>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
