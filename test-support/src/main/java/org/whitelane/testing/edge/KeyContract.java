package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code Idempotency-Key}: one key, one effect, one answer. A creation wants one; a change of what
 * is there takes one.
 */
public interface KeyContract extends Contract {

    @Test
    default void aCreationWantsAKeyOfItsOwn() {
        for (var creation : edge().creations()) {
            var call = creation.call(creation.body().get());

            for (var wrong :
                    List.of(
                            call,
                            call.once(""),
                            call.once("a b"),
                            call.once("x".repeat(129)),
                            call.once("a").with("Idempotency-Key", "b"))) {
                assertThat(edge().send(wrong).pointers())
                        .as("%s", wrong.headers())
                        .containsExactly("#Idempotency-Key");
            }
        }
    }

    @Test
    default void anyVisibleCharactersAreAKey() {
        for (var creation : edge().creations()) {
            var unique = UUID.randomUUID().toString();

            for (var odd :
                    List.of(
                            "!" + unique,
                            "~".repeat(128 - 36) + unique,
                            "\"" + unique + "\"",
                            unique + ",a=b;c/%00{}")) {
                var call = creation.call(creation.body().get()).once(odd);
                edge().send(call).expectSuccess();
                assertThat(edge().send(call).header("Idempotent-Replayed"))
                        .as(odd)
                        .isEqualTo("true");
            }
        }
    }

    @Test
    default void aRepeatGetsTheSameAnswer() {
        for (var creation : edge().creations()) {
            var call = creation.call(creation.body().get()).once();

            var first = edge().send(call).expectSuccess();
            var second = edge().send(call);

            assertThat(second.status()).isEqualTo(first.status());
            assertThat(second.body()).isEqualTo(first.body());
            for (var header : List.of("Content-Type", "Location", "ETag")) {
                assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
            }
            assertThat(first.header("Idempotent-Replayed")).isNull();
            assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        }
    }

    /** Anonymous callers cannot be told apart: for them another body is another request. */
    @Test
    default void aKeyIsForOneBody() {
        for (var creation : edge().creations()) {
            var key = UUID.randomUUID().toString();
            var first = edge().send(creation.call(creation.body().get()).once(key)).expectSuccess();

            var other = edge().send(creation.call(creation.body().get()).once(key));

            if (creation.isAnonymous()) {
                assertThat(other.expectSuccess().header("Idempotent-Replayed")).isNull();
                assertThat(other.body()).isNotEqualTo(first.body());
            } else {
                other.problem(422, "idempotency-key-reused");
            }
        }
    }

    @Test
    default void aRefusalDoesNotUseTheKeyUp() {
        for (var creation : edge().creations()) {
            var key = UUID.randomUUID().toString();

            edge().send(creation.call("{\"surprise\": 1}").once(key))
                    .problem(400, "invalid-request");

            edge().send(creation.call(creation.body().get()).once(key)).expectSuccess();
        }
    }

    @Test
    default void anotherCallersKeyIsAnotherKey() {
        for (var creation : edge().ofKnown()) {
            var body = creation.body().get();
            var key = UUID.randomUUID().toString();
            edge().send(creation.call(body).once(key)).expectSuccess();

            var other = Objects.requireNonNull(creation.other());
            var answer = edge().send(Call.post(creation.path(), body).by(other).once(key));

            assertThat(answer.header("Idempotent-Replayed")).isNull();
            assertThat(answer.status()).isNotEqualTo(422);
        }
    }

    @Test
    default void manyRepeatsAtOnceHaveOneEffect() {
        for (var creation : edge().creations()) {
            var call = creation.call(creation.body().get()).once();

            var done = oneEffect(call);

            assertThat(edge().send(call).body()).isEqualTo(done.body());
        }
    }

    /** Also when the condition of the first does not hold any more: the change is made. */
    @Test
    default void aChangeIsMadeOnceForAKey() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var call = aggregate.changes().getFirst().apply(path).once().on(etag);

            var first = edge().send(call).expectSuccess();
            var second = edge().send(call).expect(first.status());

            assertThat(second.body()).as("%s", aggregate).isEqualTo(first.body());
            assertThat(second.etag()).isEqualTo(first.etag()).isNotEqualTo(etag);
            assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(first.header("Idempotent-Replayed")).isNull();
            assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(edge().send(aggregate.read(path)).etag()).isEqualTo(first.etag());
        }
    }

    @Test
    default void manyRepeatsOfAChangeHaveOneEffect() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();

            var done = oneEffect(aggregate.changes().getFirst().apply(path).once());

            assertThat(edge().send(aggregate.read(path)).etag())
                    .as("%s", aggregate)
                    .isEqualTo(done.etag());
        }
    }

    /** It may be missing, unless the change is a creation, too: then nothing is kept. */
    @Test
    default void theKeyOfAChangeIsOneThatCanBeUsed() {
        var keylessOnes = 0;
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var change = aggregate.changes().getFirst().apply(path);

            for (var wrong : List.of("", "a b", "x".repeat(129))) {
                assertThat(edge().send(change.once(wrong)).pointers())
                        .as("%s %s", aggregate, wrong)
                        .containsExactly("#Idempotency-Key");
            }
            assertThat(edge().send(aggregate.read(path)).etag()).isEqualTo(etag);
            var keyless = edge().send(change);
            if (keyless.status() == 400) { // it creates something within the aggregate
                assertThat(keyless.pointers()).containsExactly("#Idempotency-Key");
            } else {
                assertThat(keyless.expectSuccess().header("Idempotent-Replayed")).isNull();
                keylessOnes++;
            }
        }
        assertThat(keylessOnes).as("changes that want no key").isPositive();
    }

    private Answer oneEffect(Call call) {
        var answers = Contract.atOnce(8, edge(), () -> call);
        var done = answers.stream().filter(answer -> answer.status() < 300).toList();
        assertThat(done).as("%s", call).isNotEmpty();
        assertThat(done).allMatch(answer -> answer.body().equals(done.getFirst().body()));
        for (var answer : answers) {
            if (!done.contains(answer)) {
                answer.problem(409, "request-in-flight");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
            }
        }
        return done.getFirst();
    }
}
