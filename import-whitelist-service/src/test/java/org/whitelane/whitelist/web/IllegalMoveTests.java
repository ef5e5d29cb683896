package org.whitelane.whitelist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was tried in vain is listed, whatever it was tried on; what was undone stays undone. */
class IllegalMoveTests extends ServiceTestBase {

    private static final String LIST = "/admin/illegal-moves";
    private static final Officer OPERATOR = new Officer("operator", null, Set.of("OPERATOR"));

    @Autowired private IllegalMoves moves;

    @Test
    void eachAggregateTellsWhatWasTriedByWhomAndWhatWasPossible() {
        var unit = table.enterprise("示例误操作（虚构）");
        var imports = new Imports(api, table);
        var entry = imports.entry(unit);
        var lifted =
                api.post(table.office(), "/entries/" + entry + "/lifting", Map.of("reason", "x"));
        assertThat(lifted.expect(409).code()).isEqualTo("illegal-move");
        var plan = imports.plan(unit, entry, "1", "g").expect(201).text("id");
        api.post(unit, "/declarations/" + plan + "/cancellation", Map.of("reason", "x"))
                .expect(200);
        api.post(unit, "/declarations/" + plan + "/reservation", Map.of()).expect(409);
        var batch = new BatchTable(api, "TJ-2022", table.office()).open().expect(201).text("id");
        api.post(table.office(), "/batches/" + batch + "/unfreezing", Map.of("reason", "x"))
                .expect(409);

        var tried = awaited(entry);
        assertThat(tried.path("aggregate").asString()).isEqualTo("entry");
        assertThat(tried.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(tried.path("move").asString()).isEqualTo("lift");
        assertThat(tried.path("allowed").valueStream().map(JsonNode::asString)).contains("suspend");
        assertThat(tried.path("subject").asString()).isEqualTo(table.office().subject());
        assertThat(tried.path("organisation").asString()).isEqualTo(id(table.office()));
        assertThat(tried.path("correlationId").asString())
                .isEqualTo(lifted.raw().headers().firstValue("X-Correlation-Id").orElseThrow());
        assertThat(awaited(plan).path("aggregate").asString()).isEqualTo("declaration");
        assertThat(awaited(plan).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(awaited(batch).path("aggregate").asString()).isEqualTo("batch");
    }

    @Test
    void theListIsWalkedByCursorAndKeepsWhatIsConfigured() {
        var unit = new Officer("confused", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));
        var request = api.draft(unit, draft("Dextran", "9004-54-0")).expect(201).text("id");
        api.move(unit, request, "withdrawal").expect(200);
        var version = api.get(unit, "/requests/" + request).body().path("version").asInt();
        for (var i = 0; i < 5; i++) {
            api.move(unit, request, i % 2 == 0 ? "withdrawal" : "submission").expect(409);
        }
        await().until(() -> walk(request).size() == 5);

        assertThat(walk(request))
                .extracting(m -> m.path("move").asString())
                .containsExactly("withdraw", "submit", "withdraw", "submit", "withdraw");
        assertThat(walk(request).getFirst().path("allowed")).as("it has ended").isEmpty();
        assertThat(api.get(unit, "/requests/" + request).body().path("version").asInt())
                .isEqualTo(version);
        assertThat(
                        api.get(OPERATOR, LIST + "?aggregate=BATCH&object=" + request)
                                .expect(200)
                                .body()
                                .path("items"))
                .isEmpty();

        moves.prune(Instant.EPOCH, 2);
        assertThat(walk(request)).hasSizeLessThanOrEqualTo(2);
        moves.prune(Instant.now().plus(Duration.ofHours(1)), 1_000);
        assertThat(walk(request)).isEmpty();
    }

    @Test
    void itIsForOperatorsAndAuditors() {
        api.get(new Officer("auditor", null, Set.of("AUDITOR")), LIST).expect(200);
        api.get(table.office(), LIST).expect(403);
        api.get(null, LIST).expect(401);
        assertThat(api.get(OPERATOR, LIST + "?aggregate=parcel").expect(400).faults())
                .singleElement()
                .asString()
                .startsWith("?aggregate");
    }

    private JsonNode awaited(String object) {
        await().until(() -> !walk(object).isEmpty());
        return walk(object).getFirst();
    }

    /** Two at a time, to the end. */
    private List<JsonNode> walk(String object) {
        var all = new ArrayList<JsonNode>();
        var page = api.get(OPERATOR, LIST + "?limit=2&object=" + object).expect(200).body();
        page.path("items").forEach(all::add);
        while (!page.path("next").isNull()) {
            page =
                    api.get(
                                    OPERATOR,
                                    LIST
                                            + "?limit=2&object="
                                            + object
                                            + "&cursor="
                                            + page.path("next").asString())
                            .expect(200)
                            .body();
            page.path("items").forEach(all::add);
        }
        return all;
    }
}
