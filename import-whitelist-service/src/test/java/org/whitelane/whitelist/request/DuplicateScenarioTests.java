package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a unit asks for twice is shown to it and to the officers, and goes its way. */
class DuplicateScenarioTests extends ServiceTestBase {

    private static final Map<String, Object> DEXTRAN = Table.article("Dextran", "9004-54-0");

    @Test
    void twoRequestsAreShownSideBySideAndBothGoOn() {
        var unit = table.enterprise("示例重复甲（虚构）");
        var stranger = table.enterprise("示例重复乙（虚构）");
        table.request(stranger, wish("TJ-2022", "One", DEXTRAN), "SUBMITTED");
        var first = table.request(unit, wish("TJ-2022", "One", DEXTRAN), "SUBMITTED");
        assertThat(duplicates(unit, first)).as("another unit's is none").isEmpty();

        var more = new HashMap<>(DEXTRAN);
        more.put("quantity", Map.of("amount", "7", "unit", "kg"));
        var second = api.draft(unit, wish("TJ-2022", " ONE ", more)).expect(201);
        var id = second.text("id");
        var warned = api.move(unit, id, "submission?dryRun=true").expect(200);
        assertThat(warned.body().path("duplicates").valueStream().map(d -> d.path("id")))
                .extracting(JsonNode::asString)
                .containsExactly(first);
        api.move(unit, id, "submission").expect(200);
        api.move(table.intake(), id, "acceptance").expect(200);

        var shown = api.get(table.intake(), "/requests/" + id + "/duplicates").expect(200).body();
        var other = shown.path("duplicates").path(0);
        assertThat(other.path("kind").asString()).isEqualTo("REQUEST");
        assertThat(other.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(other.path("content").path("project").path("name").asString()).isEqualTo("One");
        assertThat(shown.path("content").path("project").path("name").asString())
                .isEqualTo(" ONE ");
        assertThat(other.path("articles").path(0).path("differing").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("quantity");
        assertThat(duplicates(table.intake(), first)).containsExactly(id);
        api.get(stranger, "/requests/" + id + "/duplicates").expect(404);

        api.move(unit, id, "withdrawal").expect(200);
        assertThat(duplicates(unit, first)).as("what has ended doubles nothing").isEmpty();
    }

    @Test
    void aLiveEntryIsShownToo() {
        var unit = table.enterprise("示例重复丙（虚构）");
        var published = table.request(unit, wish("TJ-2022", "Listed", DEXTRAN), "RECOGNISED");
        api.publish(table.office(), published).expect(201);

        var again =
                api.post(unit, "/requests?dryRun=true", wish("TJ-2022", "Listed", DEXTRAN))
                        .expect(200)
                        .body()
                        .path("duplicates")
                        .path(0);
        assertThat(again.path("kind").asString()).isEqualTo("ENTRY");
        assertThat(again.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(again.path("articles").path(0).asInt()).isZero();
        var elsewhere = wish("TJ-2022", "Another", DEXTRAN);
        assertThat(
                        api.post(unit, "/requests?dryRun=true", elsewhere)
                                .expect(200)
                                .body()
                                .path("duplicates"))
                .isEmpty();
    }

    /** A unit that moved has requests in two cities; each city's officers see their own only. */
    @Test
    void officersSeeNoneOfSchemesInWhichTheyHaveNoSeat() {
        var beijing = new Table(api, registry, Fixtures.beijing());
        var unit = beijing.enterprise("示例重复丁（虚构）", "110115");
        var there = beijing.request(unit, wish("BJ-2022", "Moved", DEXTRAN), "SUBMITTED");
        registry.change(id(unit), "示例重复丁（虚构）", "ENTERPRISE", "120116", "ACTIVE");
        var here = api.draft(unit, wish("TJ-2022", "Moved", DEXTRAN)).expect(201).text("id");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> api.move(unit, here, "submission").expect(200));

        assertThat(duplicates(unit, here)).containsExactly(there);
        assertThat(duplicates(table.intake(), here)).isEmpty();
        assertThat(duplicates(new Officer("auditor", null, java.util.Set.of("AUDITOR")), here))
                .containsExactly(there);
    }

    private List<String> duplicates(Officer officer, String request) {
        var listed =
                api.get(officer, "/requests/" + request + "/duplicates")
                        .expect(200)
                        .body()
                        .path("duplicates")
                        .valueStream()
                        .map(d -> d.path("id").asString())
                        .toList();
        var warned = api.get(officer, "/requests/" + request).expect(200).body();
        assertThat(warned.path("duplicates").valueStream().map(d -> d.path("id").asString()))
                .as("the view says the same")
                .containsExactlyElementsOf(listed);
        return listed;
    }

    private static Map<String, Object> wish(
            String scheme, String project, Map<String, Object> article) {
        var draft = new HashMap<>(Table.draftUnder(scheme, article));
        draft.put("project", Map.of("name", project, "stage", "PRECLINICAL"));
        return draft;
    }
}
