package org.whitelane.whitelist.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceProcess;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A replacement whose process is killed in its middle: two JVMs carry it out one after the other.
 * The instance of this JVM, on the same database, only looks on.
 */
@Tag("slow")
class ReplacementProcessesTests extends ServiceTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int UNITS = 16;

    @Test
    void anotherProcessGoesOnWhereOneWasKilled() {
        var pair = new SchemePair(api, registry);
        var units = IntStream.range(0, UNITS).mapToObj(i -> pair.unit("批" + i)).toList();
        var entries = listed(pair, units);
        var draft = pair.before.request(units.getLast(), pair.draft("Sucrose", "57-50-1"), "DRAFT");

        killedInTheMiddle(pair);

        var left = left(pair);
        assertThat(left).as("in the middle").isPositive().isLessThan(UNITS);
        assertThat(transfer(pair).path("status").asString()).isEqualTo("TRANSFERRING");
        for (var i = 0; i < UNITS; i++) {
            assertThat(pair.places(units.get(i)))
                    .as("moved as a whole or not at all")
                    .hasSize(pair.status(entries.get(i)).equals("REMOVED") ? 1 : 0);
        }
        assertThat(left(pair)).as("nobody is at it").isEqualTo(left);

        try (var other = process()) {
            other.ready();
            await().atMost(PATIENCE).until(() -> !pair.replacement().path("finishedAt").isNull());
        }
        assertThat(left(pair)).isZero();
        assertThat(pair.requestStatus(units.getLast(), draft)).isEqualTo("WITHDRAWN");
        assertMovedOnce(pair, units, entries);
    }

    private void killedInTheMiddle(SchemePair pair) {
        try (var one = process()) {
            one.ready();
            pair.order(pair.after.office(), "MIGRATE_UNITS", "WITHDRAW").expect(201);
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> left(pair) < UNITS);
            one.kill();
        }
    }

    private void assertMovedOnce(SchemePair pair, List<Officer> units, List<String> entries) {
        var transfer = transfer(pair);
        assertThat(transfer.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(transfer.path("number").asInt()).isEqualTo(1);
        assertThat(transfer.path("units")).hasSize(UNITS);
        assertThat(transfer.path("units"))
                .extracting(place -> place.path("organisation").asString())
                .containsExactlyInAnyOrderElementsOf(units.stream().map(unit -> id(unit)).toList());
        assertThat(transfer.path("units"))
                .extracting(place -> place.path("listingNumber").asString())
                .doesNotHaveDuplicates();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var batch = events.of(transfer.path("id").asString());
                            assertThat(batch).hasSize(1);
                            assertThat(((BatchPublished) batch.getFirst()).units())
                                    .isEqualTo(UNITS);
                            assertThat(entries)
                                    .allSatisfy(
                                            entry ->
                                                    assertThat(events.typesOf(entry))
                                                            .containsExactly(
                                                                    "EntryActivated",
                                                                    "EntryRemoved"));
                            assertThat(transfer.path("units"))
                                    .allSatisfy(
                                            place ->
                                                    assertThat(
                                                                    events.typesOf(
                                                                            place.path("id")
                                                                                    .asString()))
                                                            .containsExactly("UnitListed"));
                        });
    }

    /** All in one batch of the old scheme, in the order of the units. */
    private List<String> listed(SchemePair pair, List<Officer> units) {
        var requests =
                units.stream()
                        .map(
                                unit ->
                                        pair.before.request(
                                                unit,
                                                pair.draft("Dextran", "9004-54-0"),
                                                "RECOGNISED"))
                        .toArray(String[]::new);
        return api.publishUnder(pair.old, pair.before.office(), requests)
                .expect(201)
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }

    private static int left(SchemePair pair) {
        return pair.replacement().at("/remaining/units").asInt();
    }

    /** The new scheme's only batch. */
    private JsonNode transfer(SchemePair pair) {
        var office = pair.after.office();
        var rows =
                api.get(office, "/batches?limit=100")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(row -> row.path("scheme").asString().equals(pair.successor))
                        .toList();
        assertThat(rows).hasSize(1);
        return api.get(office, "/batches/" + rows.getFirst().path("id").asString())
                .expect(200)
                .body();
    }

    private static ServiceProcess process() {
        var properties = new HashMap<>(Infra.properties(Infra.database("whitelist")));
        properties.put("whitelane.replacement.interval", "PT1S");
        return new ServiceProcess(properties);
    }
}
