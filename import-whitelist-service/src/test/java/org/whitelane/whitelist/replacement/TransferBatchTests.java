package org.whitelane.whitelist.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.UnitEvent.UnitListed;
import org.whitelane.whitelist.core.CanonicalJson;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a directory takes over is a batch that everybody can read, although nobody signed it. */
class TransferBatchTests extends ServiceTestBase {

    @Autowired private ReplacementJob job;

    @Test
    void isReadFoundAndToldAsOthersAre() {
        var pair = new SchemePair(api, registry);
        var units = Stream.of("甲", "乙").map(pair::unit).toList();
        units.forEach(pair::listed);
        pair.order(pair.after.office(), "MIGRATE_UNITS", "WITHDRAW").expect(201);
        job.run(pair.old);

        var office = pair.after.office();
        var row = rows(office, pair.successor).getFirst();
        var id = row.path("id").asString();
        var room = show(office, id).expect(200).body();
        assertThat(room.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(room.path("number").asInt()).isEqualTo(1);
        assertThat(room.path("decisionDocument").asString()).isEqualTo(SchemePair.BASIS);
        assertThat(room.path("replacedScheme").asString()).isEqualTo(pair.old);
        assertThat(room.path("allowed")).isEmpty();
        assertThat(room.at("/seal/signatures")).isEmpty();
        assertThat(room.at("/seal/missing")).isEmpty();
        assertThat(room.path("units"))
                .extracting(place -> place.path("organisation").asString())
                .containsExactlyInAnyOrderElementsOf(units.stream().map(unit -> id(unit)).toList());
        assertThat(room.path("units"))
                .extracting(place -> place.path("listingNumber").asString())
                .containsExactly(pair.successor + "-B1-U1", pair.successor + "-B1-U2");
        assertThat(show(new Officer("auditor", null, Set.of("AUDITOR")), id).status())
                .isEqualTo(200);
        assertThat(show(units.getFirst(), id).status()).isEqualTo(404);

        assertToldOnce(pair, id, room.at("/seal/digest").asString(), room.path("units"));
        assertPublic(pair, id, room.at("/seal/digest").asString());
        assertThat(found(office, SchemePair.BASIS)).contains(id);
        assertThat(found(office, pair.successor + "-B1")).contains(id);
        var moved = api.post(office, "/batches/" + id + "/freezing", Map.of());
        assertThat(moved.expect(409).code()).isEqualTo("illegal-move");
    }

    /**
     * Recognised before the scheme's end, published after it: the unit moves in a batch of its own.
     */
    @Test
    void whoComesLaterIsInTheNextBatch() {
        var pair = new SchemePair(api, registry);
        pair.listed(pair.unit("丙"));
        var late = pair.unit("丁");
        var request = pair.before.request(late, pair.draft("Dextran", "9004-54-0"), "RECOGNISED");
        pair.order(pair.after.office(), "MIGRATE_UNITS", "KEEP").expect(201);
        job.run(pair.old);
        job.run(pair.old);
        assertThat(rows(pair.after.office(), pair.successor)).hasSize(1);

        pair.published(request);
        job.run(pair.old);

        var rows = rows(pair.after.office(), pair.successor);
        assertThat(rows).hasSize(2);
        var second = rows.getLast().path("id").asString();
        var room = show(pair.after.office(), second).expect(200).body();
        assertThat(room.path("number").asInt()).isEqualTo(2);
        assertThat(room.at("/units/0/organisation").asString()).isEqualTo(id(late));
        await().untilAsserted(
                        () -> assertThat(events.typesOf(second)).containsExactly("BatchPublished"));
    }

    /** A transfer that lets nobody in leaves no number behind. */
    @Test
    void nobodyMovedIsNoBatch() {
        var pair = new SchemePair(api, registry);
        var unit = pair.unit("戊");
        var entry = pair.listed(unit);
        registry.raise(id(unit), "flag-1", "SERIOUS_DISHONESTY");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(unit, "/entries/" + entry)
                                                        .body()
                                                        .path("questions"))
                                        .isNotEmpty());
        pair.order(pair.after.office(), "MIGRATE_UNITS", "KEEP").expect(201);
        job.run(pair.old);

        assertThat(pair.status(entry)).isEqualTo("REMOVED");
        assertThat(rows(pair.after.office(), pair.successor)).isEmpty();
        assertThat(api.get(null, "/public/" + pair.successor + "/batches").body().path("items"))
                .isEmpty();
    }

    /** From the topics alone: who moved, and the digest of it. */
    private void assertToldOnce(SchemePair pair, String id, String digest, JsonNode places) {
        await().untilAsserted(
                        () -> {
                            assertThat(events.typesOf(id)).containsExactly("BatchPublished");
                            assertThat(places)
                                    .allSatisfy(place -> assertThat(listed(place)).isNotEmpty());
                        });
        var told = (BatchPublished) events.of(id).getFirst();
        assertThat(told.replacedScheme()).isEqualTo(pair.old);
        assertThat(told.units()).isEqualTo(2);
        assertThat(told.organisations()).isEqualTo(2);
        assertThat(told.entries()).isZero();
        assertThat(told.signatures()).isEmpty();
        assertThat(told.contentDigest()).isEqualTo(digest);
        var items =
                IntStream.range(0, 2)
                        .mapToObj(i -> (UnitListed) listed(places.get(i)).getFirst())
                        .map(TransferBatchTests::item)
                        .toList();
        var content =
                Map.of(
                        "batchId",
                        told.batchId(),
                        "scheme",
                        told.scheme(),
                        "decisionDocument",
                        told.decisionDocument(),
                        "round",
                        told.freezeRound(),
                        "items",
                        items);
        assertThat(CanonicalJson.digest(CanonicalJson.write(content))).isEqualTo(digest);
    }

    private static Map<String, Object> item(UnitListed unit) {
        return Map.of(
                "requestId",
                unit.requestId(),
                "organisationId",
                unit.organisationId(),
                "schemeVersion",
                unit.schemeVersion(),
                "kind",
                "UNIT");
    }

    private List<?> listed(JsonNode place) {
        return events.of(place.path("id").asString());
    }

    private void assertPublic(SchemePair pair, String id, String digest) {
        var path = "/public/" + pair.successor + "/batches/1";
        var shown = api.get(null, path).expect(200).body();
        assertThat(shown.path("id").asString()).isEqualTo(id);
        assertThat(shown.path("units").asInt()).isEqualTo(2);
        assertThat(shown.path("replacedScheme").asString()).isEqualTo(pair.old);
        assertThat(shown.path("contentDigest").asString()).isEqualTo(digest);
        assertThat(shown.path("signatures")).isEmpty();
        assertThat(shown.at("/changes/added").asInt()).isZero();
        assertThat(Download.of(port, null, path + "/changes").expect(200).csv())
                .as("no entry of the list came or went with it")
                .isEmpty();
    }

    private List<JsonNode> rows(Officer officer, String scheme) {
        return api.get(officer, "/batches?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.path("scheme").asString().equals(scheme))
                .toList();
    }

    private Answer show(Officer officer, String batch) {
        return api.get(officer, "/batches/" + batch);
    }

    private List<String> found(Officer officer, String text) {
        return api.get(
                        officer,
                        "/search?limit=100&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(hit -> hit.path("id").asString())
                .toList();
    }
}
