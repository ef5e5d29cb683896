package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** One form of refusal for everything (RFC 9457), told to whom it concerns. */
public interface ErrorContract extends Contract {

    @Test
    default void everyFaultIsToldAtOnce() {
        var creation = edge().creation();

        var pointers =
                edge().send(creation.call("{\"surprise\": 1, \"a/b~c\": {\"d\": null}}"))
                        .pointers();

        assertThat(pointers).doesNotHaveDuplicates();
        assertThat(pointers).contains("#Idempotency-Key", "/surprise", "/a~1b~0c");
        // and what is required and missing
        assertThat(pointers).hasSizeGreaterThan(3);
    }

    @Test
    default void whatIsNoJsonIsRefused() {
        for (var creation : edge().creations()) {
            for (var broken : List.of("", "{", "{\"a\":1}{}", "{'a':1}", "\uFEFF{}x")) {
                edge().send(creation.call(broken).once()).problem(400, "malformed-json");
            }
            for (var other : List.of("[]", "null", "1", "\"text\"")) {
                assertThat(edge().send(creation.call(other).once()).pointers()).contains("");
            }
            for (var type : List.of("text/plain", "application/xml", "nonsense")) {
                edge().send(creation.call("{}").once().saying(type, creation.body().get()))
                        .problem(415, "media-type-not-supported");
            }
            var large = "{\"a\": \"%s\"}".formatted("x".repeat(1024 * 1024));
            edge().send(creation.call(large).once()).problem(413, "body-too-large");
        }
    }

    @Test
    default void aBodyThatBreaksOffIsItsSendersFault() {
        for (var framing : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
            for (var sent : List.of("", "5\r\n{\"a", "xyz\r\n")) {
                for (var creation : edge().creations()) {
                    assertThat(broken(creation.call("").once(), framing, sent)).isEqualTo(400);
                }
                // who reads no body may have answered by then
                assertThat(broken(edge().listing().page(""), framing, sent)).isIn(0, 200, 400);
            }
        }
    }

    private int broken(Call call, String framing, String sent) {
        return new TornCall(call, framing, sent).status(edge().base());
    }

    @Test
    default void whoeverIsNotKnownIsAskedForAToken() {
        var unknown = "/api/v1/" + UUID.randomUUID();
        for (var call :
                List.of(
                        Call.get(unknown),
                        Call.post(edge().creation().path(), "{").method("DELETE"))) {
            var answer = edge().send(call);
            answer.problem(401, "token-missing");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        for (var token : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            var answer = edge().send(Call.get(unknown).by(token));
            answer.problem(401, "token-invalid");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    /** Not what is wrong with a body, nor that a thing is not there. */
    @Test
    default void whoHasNotTheRoleIsToldThatAndNothingElse() {
        for (var creation : edge().ofKnown()) {
            var broken = Call.post(creation.path(), "{").on("1").saying("text/plain", "{");
            edge().send(broken.by(edge().anyone())).problem(403, "role-missing");
            edge().send(broken).problem(401, "token-missing");
        }
        for (var aggregate : edge().aggregates()) {
            for (var change : aggregate.changes()) {
                var path = aggregate.fresh().get();
                var call = change.apply(path);
                for (var target : List.of(call.target(), elsewhere(call.target()))) {
                    var bare = new Call(call.method(), target, List.of(), null);
                    edge().send(bare.saying("application/json", "{").on("1").by(edge().anyone()))
                            .problem(403, "role-missing");
                }
            }
        }
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        edge().send(Call.get("/api/v1/no-such-thing?secret=1").by(edge().anyone()))
                .problem(404, "not-found");
        for (var aggregate : edge().aggregates()) {
            var path = aggregate.fresh().get();
            // what has no random id may be there under every id of its form
            if (!elsewhere(path).equals(path)) {
                edge().send(aggregate.read(elsewhere(path))).problem(404, "not-found");
            }
        }
    }

    private static String elsewhere(String path) {
        return path.replaceAll(
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "00000000-0000-4000-8000-000000000000");
    }

    @Test
    default void anotherMethodIsToldWhichAreAllowed() {
        for (var creation : edge().creations()) {
            var token = creation.isAnonymous() ? edge().anyone() : creation.token();
            for (var method : List.of("DELETE", "PATCH")) {
                var answer = edge().send(Call.get(creation.path()).method(method).by(token));
                answer.problem(405, "method-not-allowed");
                assertThat(answer.header("Allow"))
                        .as(method)
                        .contains("POST")
                        .doesNotContain(method);
            }
        }
    }

    @Test
    default void anAnswerThatNobodyCanGiveIsSaid() {
        edge().send(edge().listing().page("").with("Accept", "application/xml"))
                .problem(406, "not-acceptable");
    }

    @Test
    default void whatIsThereCannotComeAgain() {
        var creation = edge().creation();
        Assumptions.assumeTrue(creation.exclusive(), "the same may be there twice");
        var body = creation.body().get();
        edge().send(creation.call(body).once()).expectSuccess();

        var again = edge().send(creation.call(body).once()).expect(409);

        again.problem(409, again.json().path("code").asString());
    }

    @Test
    default void theCorrelationIdComesBack() {
        var page = edge().listing().page("");
        var good = edge().send(page.with("X-Correlation-Id", "find-me.1")).expect(200);
        assertThat(good.header("X-Correlation-Id")).isEqualTo("find-me.1");
        assertThat(edge().send(page).header("X-Correlation-Id")).isNotBlank();

        var refused = edge().listing().page("?limit=0").with("X-Correlation-Id", "find-me.2");
        assertThat(
                        edge().send(refused)
                                .problem(400, "invalid-request")
                                .path("correlationId")
                                .asString())
                .isEqualTo("find-me.2");
        for (var harmful : List.of("a b", "{\"x\":1}", "x".repeat(65), ".a")) {
            assertThat(
                            edge().send(page.with("X-Correlation-Id", harmful))
                                    .header("X-Correlation-Id"))
                    .as(harmful)
                    .hasSize(36)
                    .isNotEqualTo(harmful);
        }
    }
}
