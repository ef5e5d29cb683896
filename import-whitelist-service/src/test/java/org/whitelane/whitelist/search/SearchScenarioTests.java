package org.whitelane.whitelist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Through HTTP only. */
class SearchScenarioTests extends ServiceTestBase {

    @Test
    void findsOneThingByEveryIdentifierThatItHas() {
        var unit = table.enterprise("示例寻（虚构）");
        var id = table.request(unit, draft("Trehalose", "99-20-7"), "RECOGNISED");
        var number = api.get(unit, "/requests/" + id).expect(200).text("number");
        var batch = api.publish(table.office(), id).expect(201);
        var entry = batch.body().path("entries").path(0);
        var entryId = entry.path("id").asString();
        var entryNumber = entry.path("entryNumber").asString();
        var batchNumber = entryNumber.substring(0, entryNumber.lastIndexOf('-'));
        var office = table.office();

        assertThat(ids(office, number)).containsExactly(id);
        assertThat(ids(office, number.toLowerCase(Locale.ROOT))).containsExactly(id);
        assertThat(ids(office, id)).containsExactlyInAnyOrder(id, entryId);
        assertThat(ids(office, entryNumber)).containsExactly(entryId);
        assertThat(ids(office, entryId)).containsExactly(entryId);
        assertThat(ids(office, batchNumber)).containsExactlyInAnyOrder(batch.text("id"), entryId);
        assertThat(ids(office, String.valueOf(unit.organisation()))).contains(id, entryId);
        assertThat(ids(office, "示例寻（虚构）")).containsExactly(entryId);
        assertThat(ids(office, "99-20-7")).containsExactlyInAnyOrder(id, entryId);
        for (var prefix : List.of("39", "391", "3913.90", "3913900090")) {
            assertThat(ids(office, prefix)).as(prefix).contains(id, entryId);
        }
        assertThat(ids(office, "津示例函〔2026〕1号")).contains(batch.text("id"));
        assertThat(ids(office, "3914")).isEmpty();
    }

    @Test
    void findsWhatAUnitHasByItsCreditCode() {
        var unit = table.enterpriseWith("91120116MA05TEWT0K", "示例信用（虚构）");
        var id = table.request(unit, draft("Sorbitol", "50-70-4"), "SUBMITTED");

        assertThat(ids(table.office(), "91120116MA05TEWT0K"))
                .contains(id)
                .isEqualTo(ids(table.office(), String.valueOf(unit.organisation())));
        assertThat(ids(unit, "91120116ma05tewt0k")).contains(id);
        assertThat(ids(table.enterprise("示例外二（虚构）"), "91120116MA05TEWT0K")).isEmpty();
        assertThat(ids(table.office(), "91120116MA05TEWT1H")).isEmpty();
    }

    @Test
    void findsARevisedRequestByWhatItSaysNow() {
        var unit = table.enterprise("示例改（虚构）");
        var id = table.request(unit, draft("Maltose", "69-79-4"), "DRAFT");

        api.put(unit, "/requests/" + id, draft(article("Lactose", "63-42-3"))).expect(200);

        assertThat(ids(unit, "69-79-4")).isEmpty();
        assertThat(ids(unit, "63-42-3")).containsExactly(id);
    }

    @Test
    void findsForEachReaderExactlyWhatTheyMayRead() {
        var unit = table.enterprise("示例见（虚构）");
        var stranger = table.enterprise("示例外（虚构）");
        var drafted = table.request(unit, draft("Raffinose", "512-69-6"), "DRAFT");
        var published = table.request(unit, draft("Stachyose", "470-55-3"), "RECOGNISED");
        var batch = api.publish(table.office(), published).expect(201);
        var entry = batch.body().path("entries").path(0).path("id").asString();
        var paths =
                List.of(
                        "/requests/" + drafted,
                        "/requests/" + published,
                        "/entries/" + entry,
                        "/batches/" + batch.text("id"));
        var auditor = new Officer("auditor", null, Set.of("AUDITOR"));
        var citizen = new Officer("citizen", null, Set.of());
        for (var reader :
                List.of(
                        unit,
                        stranger,
                        table.office(),
                        table.intake(),
                        table.reviewer("CUSTOMS"),
                        auditor,
                        citizen)) {
            for (var path : paths) {
                var id = path.substring(path.lastIndexOf('/') + 1);
                assertThat(ids(reader, id).contains(id))
                        .as("%s finds %s", reader.subject(), path)
                        .isEqualTo(api.get(reader, path).status() == 200);
            }
        }
        assertThat(api.get(null, "/search?q=99-20-7").status()).isEqualTo(401);
    }

    /** A place in a directory and a ban, by whatever the reader has; within the same rules. */
    @Test
    void findsPlacesAndBans() {
        var beijing = new Table(api, registry, Fixtures.beijing());
        var shanghai = new Table(api, registry, Fixtures.shipped("SH-2024"));
        var unit = shanghai.enterpriseWith("91310115MA1K3YUU0X", "示例寻名录（虚构）", "310115");
        var stranger = table.enterprise("示例外三（虚构）");
        var request = shanghai.request(unit, draftUnder("SH-2024"), "RECOGNISED");
        api.publishUnder("SH-2024", shanghai.office(), request).expect(201);
        var place = api.get(unit, "/units").expect(200).body().at("/items/0");
        var banned = beijing.enterprise("示例寻禁（虚构）", "110108");
        var revoked =
                beijing.request(
                        banned,
                        draftUnder("BJ-2022", article("Dextran", "9004-54-0")),
                        "RECOGNISED");
        var entry =
                api.publishUnder("BJ-2022", beijing.office(), revoked)
                        .expect(201)
                        .body()
                        .at("/entries/0");
        var why = Map.of("reason", "sold on", "violation", "示例案〔2026〕7号");
        api.post(beijing.office(), "/entries/" + entry.path("id").asString() + "/revocation", why)
                .expect(200);
        var ban = api.get(banned, "/bans").expect(200).body().at("/items/0/id").asString();

        var id = place.path("id").asString();
        var number = place.path("listingNumber").asString();
        for (var wanted : List.of(id, number, id(unit), "91310115MA1K3YUU0X", "示例寻名录（虚构）")) {
            assertThat(ids(shanghai.office(), wanted)).as(wanted).contains(id);
            assertThat(ids(unit, wanted)).as(wanted).contains(id);
            assertThat(ids(stranger, wanted)).as(wanted).isEmpty();
            assertThat(ids(beijing.office(), wanted)).as(wanted).doesNotContain(id);
        }
        var hit = page(unit, number, 100, null).at("/items/0");
        assertThat(hit.path("kind").asString()).isEqualTo("UNIT");
        assertThat(hit.path("status").asString()).isEqualTo("ACTIVE");
        api.get(unit, hit.path("path").asString().replace("/api/v1/whitelist", "")).expect(200);
        for (var wanted :
                List.of(ban, id(banned), entry.path("entryNumber").asString(), "示例案〔2026〕7号")) {
            assertThat(ids(beijing.office(), wanted)).as(wanted).contains(ban);
            assertThat(ids(banned, wanted)).as(wanted).contains(ban);
            assertThat(ids(stranger, wanted)).as(wanted).isEmpty();
            assertThat(ids(shanghai.office(), wanted)).as(wanted).doesNotContain(ban);
        }
        assertThat(status(beijing.office(), ban)).isEqualTo("STANDING");
        api.post(beijing.office(), "/bans/" + ban + "/lifting", Map.of("reason", "appeal upheld"))
                .expect(200);
        assertThat(status(beijing.office(), ban)).isEqualTo("LIFTED");
    }

    private String status(Officer officer, String id) {
        return page(officer, id, 1, null).at("/items/0/status").asString();
    }

    @Test
    void walksToTheEndWhileOthersWrite() {
        var unit = table.enterprise("示例行（虚构）");
        var before = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            before.add(table.request(unit, draft("Erythritol", "149-32-6"), "DRAFT"));
        }
        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(unit, "149-32-6", 5, cursor);
            walked.addAll(ids(page));
            cursor = page.path("next").asString(null);
            table.request(unit, draft("Erythritol", "149-32-6"), "DRAFT");
        } while (cursor != null);

        assertThat(walked).doesNotHaveDuplicates().containsAll(before);
        assertThat(new LinkedHashSet<>(walked)).hasSameSizeAs(before);
    }

    @Test
    void refusesWhatCannotBeAnIdentifier() {
        var office = table.office();
        var wrong = api.get(office, "/search?q=9004-54-1");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.faults()).containsExactly("?q cas-number");
        assertThat(api.get(office, "/search").status()).isEqualTo(400);
        assertThat(api.get(office, "/search?q=%20").status()).isEqualTo(400);
        assertThat(api.get(office, "/search?q=" + "x".repeat(201)).status()).isEqualTo(400);
        assertThat(ids(office, UUID.randomUUID().toString())).isEmpty();
        assertThat(ids(office, "' or 1=1 --")).isEmpty();
    }

    private List<String> ids(Officer officer, String wanted) {
        return ids(page(officer, wanted, 100, null));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(hit -> hit.path("id").asString()).toList();
    }

    private JsonNode page(Officer officer, String wanted, int limit, @Nullable String cursor) {
        var path =
                "/search?limit=%d&q=%s"
                        .formatted(limit, URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        return api.get(officer, cursor == null ? path : path + "&cursor=" + cursor)
                .expect(200)
                .body();
    }
}
