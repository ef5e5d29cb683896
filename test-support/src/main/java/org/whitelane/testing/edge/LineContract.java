package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;

/**
 * Many at once: each line is answered as if it had come alone. For the edge that has such an
 * operation, beside {@link EdgeContract}.
 */
public interface LineContract extends Contract {

    String NO_JSON = "{";

    String SURPRISE = "{\"surprise\": 1}";

    /**
     * An operation that takes a body of the edge's first creation on each line.
     *
     * @param name of what a line's answer shows
     * @param token of a caller who may
     */
    record Lines(String path, String type, String name, String token) {

        Call call(String... bodies) {
            return Call.post(path, "").saying(type, String.join("\n", bodies)).by(token);
        }
    }

    Lines lines();

    @Test
    default void eachLineIsAnsweredInItsPlaceAsIfItHadComeAlone() {
        var good = edge().creation().body();

        var answers = send(lines().call(good.get(), NO_JSON, SURPRISE, good.get()).once());

        assertThat(answers)
                .extracting(a -> a.path("index").asInt() + " " + a.path("status").asInt())
                .containsExactly("0 201", "1 400", "2 400", "3 201");
        assertThat(answers.get(1).at("/problem/code").asString()).isEqualTo("malformed-json");
        assertThat(pointers(answers.get(2)))
                .containsExactlyInAnyOrderElementsOf(
                        edge().send(edge().creation().call(SURPRISE).once()).pointers());
        assertThat(answers.get(3).has(lines().name())).isTrue();
    }

    @Test
    default void aRepeatOfLinesDoesWhatWasNotDone() {
        var good = edge().creation().body();
        var first = good.get();
        var key = UUID.randomUUID().toString();
        var before = send(lines().call(first, NO_JSON).once(key));

        var after = send(lines().call(first, good.get()).once(key));
        var other = send(lines().call(good.get()).once(key));

        assertThat(after.getFirst()).isEqualTo(before.getFirst());
        assertThat(after.get(1).path("status").asInt()).isEqualTo(201);
        assertThat(other.getFirst().at("/problem/code").asString())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    default void linesOfWhoMayNotAreNotRead() {
        var bare = Call.post(lines().path(), NO_JSON);

        edge().send(bare.by(edge().anyone())).problem(403, "role-missing");
        edge().send(bare).problem(401, "token-missing");
        edge().send(bare.by(lines().token()).once()).problem(415, "media-type-not-supported");
    }

    @Test
    default void linesWantAKeyAndNoCondition() {
        var call = lines().call(NO_JSON);

        assertThat(edge().send(call).pointers()).containsExactly("#Idempotency-Key");
        for (var condition : List.of("If-Match", "If-None-Match")) {
            assertThat(edge().send(call.once().with(condition, "*")).pointers())
                    .containsExactly("#" + condition);
        }
    }

    /** What came before the break is not done either. */
    @Test
    default void linesThatBreakOffAreTheirSendersFault() {
        var key = UUID.randomUUID().toString();
        var good = edge().creation().body().get();
        for (var sent : List.of("", good + "\n" + NO_JSON)) {
            var torn = new TornCall(lines().call().once(key), "Content-Length: 100000", sent);
            assertThat(torn.status(edge().base())).isEqualTo(400);
        }

        var another = edge().creation().body().get();
        assertThat(send(lines().call(another).once(key)).getFirst().path("status").asInt())
                .as("the key is still unused")
                .isEqualTo(201);
    }

    private List<JsonNode> send(Call call) {
        var answer = edge().send(call).expect(200);
        assertThat(answer.header("Content-Type")).startsWith(lines().type());
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> pointers(JsonNode line) {
        return line.at("/problem/faults")
                .valueStream()
                .map(fault -> fault.path("pointer").asString())
                .toList();
    }
}
