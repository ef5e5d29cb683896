package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** {@code ETag}, {@code If-None-Match} and {@code If-Match} (RFC 9110 §8.8.3, §13). */
public interface VersionContract extends Contract {

    @Test
    default void anAggregateShowsItsVersion() {
        for (var aggregate : edge().aggregates()) {
            var read = aggregate.read(aggregate.fresh().get());
            var etag = edge().send(read).expect(200).etag();

            var head = edge().send(read.method("HEAD")).expect(200);
            assertThat(head.etag()).as("%s", aggregate).isEqualTo(etag);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    default void whatIsKnownIsNotSentAgain() {
        for (var aggregate : edge().aggregates()) {
            var read = aggregate.read(aggregate.fresh().get());
            var etag = edge().send(read).expect(200).etag();

            for (var known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
                for (var method : List.of("GET", "HEAD")) {
                    var call = read.method(method).with("If-None-Match", known);
                    var answer = edge().send(call).expect(304);
                    assertThat(answer.body()).as("%s %s", aggregate, known).isEmpty();
                    assertThat(answer.etag()).isEqualTo(etag);
                }
            }
            for (var unknown : List.of("\"0\"", "\"x\"", etag.replace("\"", ""))) {
                var answer = edge().send(read.with("If-None-Match", unknown));
                assertThat(answer.expect(200).body()).as(unknown).isNotEmpty();
            }
        }
    }

    @Test
    default void aReadersConditionHolds() {
        for (var aggregate : edge().aggregates()) {
            var read = aggregate.read(aggregate.fresh().get());
            var etag = edge().send(read).expect(200).etag();

            edge().send(read.on(etag)).expect(200);
            requireMismatch(edge().send(read.on("\"0\"")), etag);
            assertThat(edge().send(read.on("0")).pointers()).containsExactly("#If-Match");
        }
    }

    @Test
    default void aChangeMadeOnAnotherVersionIsRefused() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var change = aggregate.changes().getFirst().apply(path).once();

            for (var stale : List.of("W/" + etag, "\"0\"", "\"x\"", "\"\"", "\"0\", \"999999\"")) {
                requireMismatch(edge().send(change.on(stale)), etag);
            }
            for (var malformed : List.of("1", "", "\"1", "'1'", "*, \"1\"")) {
                assertThat(edge().send(change.on(malformed)).pointers())
                        .as("%s %s", aggregate, malformed)
                        .containsExactly("#If-Match");
            }
            assertThat(edge().send(aggregate.read(path)).etag()).isEqualTo(etag);
        }
    }

    @Test
    default void aChangeMadeOnTheReadVersionShowsTheNext() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var changes = aggregate.changes();
            for (int i = 0; i < changes.size(); i++) {
                var tags = i == 0 ? "\"0\", W/\"1\" ,, " + etag : "*";
                var call = changes.get(i).apply(path).once().on(tags);
                var changed = edge().send(call).expectSuccess().etag();

                assertThat(changed).as("%s", aggregate).isNotEqualTo(etag);
                assertThat(edge().send(aggregate.read(path)).etag()).isEqualTo(changed);
                requireMismatch(edge().send(changes.get(i).apply(path).once().on(etag)), changed);
                etag = changed;
            }
        }
    }

    /** A reader's 304; of who changes, a refusal (RFC 9110 §13.1.2). */
    @Test
    default void aChangeThatIsNotWantedOnThisVersionIsRefused() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var change = aggregate.changes().getFirst().apply(path).once();

            for (var unwanted : List.of(etag, "W/" + etag, "\"0\", " + etag, "*")) {
                requireMismatch(edge().send(change.with("If-None-Match", unwanted)), etag);
            }
            for (var malformed : List.of("1", "", "\"1", "*, \"1\"")) {
                assertThat(edge().send(change.with("If-None-Match", malformed)).pointers())
                        .as("%s %s", aggregate, malformed)
                        .containsExactly("#If-None-Match");
            }
            assertThat(edge().send(aggregate.read(path)).etag()).isEqualTo(etag);
            var made = edge().send(change.with("If-None-Match", "\"0\", \"x\"")).expectSuccess();
            assertThat(made.etag()).as("%s", aggregate).isNotEqualTo(etag);
        }
    }

    /** Who says it relies on it. */
    @Test
    default void aConditionOnWhatHasNoVersionIsRefused() {
        for (var creation : edge().creations()) {
            for (var condition : List.of("If-Match", "If-None-Match")) {
                var call = creation.call(creation.body().get()).once().with(condition, "*");
                assertThat(edge().send(call).pointers()).containsExactly("#" + condition);
            }
        }
    }

    @Test
    default void ofManyChangesOnOneVersionOneIsMade() {
        for (var aggregate : edge().changing()) {
            var path = aggregate.fresh().get();
            var etag = edge().send(aggregate.read(path)).expect(200).etag();
            var change = aggregate.changes().getFirst().apply(path).on(etag);

            var answers = Contract.atOnce(6, edge(), change::once);

            var made = answers.stream().filter(answer -> answer.status() < 300).toList();
            assertThat(made).as("%s", aggregate).hasSize(1);
            for (var answer : answers) {
                if (!made.contains(answer)) {
                    requireMismatch(answer, made.getFirst().etag());
                }
            }
        }
    }

    @Test
    default void listsHaveNoVersion() {
        for (var listing : edge().listings()) {
            assertThat(edge().send(listing.page("")).expect(200).header("ETag")).isNull();
        }
    }

    private static void requireMismatch(Answer answer, String current) {
        var problem = answer.problem(412, "version-mismatch");
        assertThat(answer.etag()).isEqualTo(current);
        assertThat("\"%d\"".formatted(problem.path("currentVersion").asLong())).isEqualTo(current);
    }
}
