package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All of a batch or nothing, on a real database and broker. */
class BatchTests extends ServiceTestBase {

    @Test
    void numbersBatchesAndEntries() {
        var first = api.publish(table.office(), recognised("Xylitol", "87-99-0")).expect(201);
        var a = table.enterprise("示例甲（虚构）");
        var two =
                table.request(
                        a,
                        draft(article("Sucrose", "57-50-1"), article("Glycine", "56-40-6")),
                        "RECOGNISED");
        var second = api.publish(table.office(), two).expect(201);

        var number = second.body().path("number").asInt();
        assertThat(number).isEqualTo(first.body().path("number").asInt() + 1);
        assertThat(second.body().path("entries").valueStream())
                .extracting(entry -> entry.path("entryNumber").asString())
                .containsExactly("TJ-2022-B" + number + "-1", "TJ-2022-B" + number + "-2");
        await().untilAsserted(() -> assertThat(events.of(second.text("id"))).hasSize(1));
        var published = (BatchPublished) events.of(second.text("id")).getFirst();
        assertThat(published.number()).isEqualTo(number);
        assertThat(published.entries()).isEqualTo(2);
        for (var id : published.entryIds()) {
            await().untilAsserted(
                            () ->
                                    assertThat(events.of(id))
                                            .singleElement()
                                            .isInstanceOf(EntryActivated.class));
        }
    }

    @Test
    void publishesNothingWhenOneRequestCannotBe() {
        var good = recognised("Inulin", "9005-80-5");
        var early =
                table.request(
                        table.enterprise("示例乙（虚构）"), draft("Dextran", "9004-54-0"), "ACCEPTED");

        var refused = api.publish(table.office(), good, early);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("request-not-recognised");
        assertThat(refused.text("detail")).contains("/requests/1");
        assertThat(status(good)).isEqualTo("RECOGNISED");
        assertThat(events.typesOf(good)).doesNotContain("RequestPublished");
        api.publish(table.office(), good).expect(201);
    }

    @Test
    void givesOneUnitOneActiveEntryPerArticle() {
        var a = table.enterprise("示例丙（虚构）");
        var first = table.request(a, draft("Dextran", "9004-54-0"), "RECOGNISED");
        var again = table.request(a, draft("Dextran 40", "9004-54-0"), "RECOGNISED");
        var other = table.request(a, draft("Heparin sodium", "9041-08-1"), "RECOGNISED");

        var both = api.publish(table.office(), first, again);
        assertThat(both.code()).isEqualTo("entry-already-active");
        api.publish(table.office(), first).expect(201);
        assertThat(api.publish(table.office(), other, again).code())
                .isEqualTo("entry-already-active");
        assertThat(status(other)).isEqualTo("RECOGNISED");
        // another unit may
        api.publish(table.office(), recognised("Dextran", "9004-54-0"), other).expect(201);
    }

    @Test
    void refusesWhatIsNoList() {
        var request = recognised("Maltose", "69-79-4");
        var unknown = UUID.randomUUID().toString();

        assertThat(api.publish(table.office(), request, request).code()).isEqualTo("request-twice");
        assertThat(api.publish(table.office(), unknown).code()).isEqualTo("request-not-found");
        assertThat(api.publish(table.office()).code()).isEqualTo("batch-empty");
        assertThat(
                        api.post(
                                        table.office(),
                                        "/batches",
                                        Map.of(
                                                "scheme", "TJ-2022",
                                                "requests", List.of("x"),
                                                "note", "?"))
                                .faults())
                .containsExactlyInAnyOrder(
                        "/decisionDocument required", "/note unknown-field", "/requests/0 uuid");
        assertThat(api.publish(table.intake(), request).status()).isEqualTo(403);
        var customs =
                new Officer(
                        "x", table.reviewer("CUSTOMS").organisation(), Set.of("MUNICIPAL_OFFICE"));
        assertThat(api.publish(customs, request).code()).isEqualTo("not-the-office");
        assertThat(status(request)).isEqualTo("RECOGNISED");
    }

    @RepeatedTest(3)
    void letsOneOfTwoOverlappingBatchesWin() {
        var one = recognised("Dextran", "9004-54-0");
        var two = recognised("Heparin sodium", "9041-08-1");

        var answers =
                Race.run(
                        () -> api.publish(table.office(), one, two),
                        () -> api.publish(table.office(), two, one));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    }

    /** Either the publication sees the flag, or the entry it made is questioned. */
    @RepeatedTest(5)
    void neverMissesAFlagThatArrivesMeanwhile() {
        var a = table.enterprise("示例丁（虚构）");
        var request = table.request(a, draft("Dextran", "9004-54-0"), "RECOGNISED");

        var answer =
                Race.run(
                                () -> api.publish(table.office(), request),
                                () -> {
                                    registry.raise(id(a), "flag-1", "SERIOUS_DISHONESTY");
                                    return api.get(a, "/requests/" + request);
                                })
                        .getFirst();

        if (answer.status() == 201) {
            var entry = answer.body().path("entries").path(0).path("id").asString();
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    api.get(a, "/entries/" + entry)
                                                            .body()
                                                            .path("questions"))
                                            .hasSize(1));
        } else {
            // it came before the freezing, or between that and the publication
            assertThat(answer.code()).isIn("request-questioned", "rule-refused");
            assertThat(api.get(a, "/requests/" + request).body().path("questions")).hasSize(1);
        }
    }

    @Test
    void pagesThePublicListWithACursor() {
        var a = table.enterprise("示例戊（虚构）");
        var request =
                table.request(
                        a,
                        draft(
                                article("Sucrose", "57-50-1"),
                                article("Glycine", "56-40-6"),
                                article("Xylitol", "87-99-0")),
                        "RECOGNISED");
        api.publish(table.office(), request).expect(201);

        var numbers = new ArrayList<String>();
        var path = "/public/TJ-2022/entries?limit=2";
        var cursor = "";
        do {
            var page =
                    api.get(null, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);
            page.body().path("items").forEach(e -> numbers.add(e.path("entryNumber").asString()));
            cursor = page.text("next");
        } while (!cursor.isEmpty());

        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(api.get(null, path + "&cursor=AAAA").code()).isEqualTo("cursor-invalid");
        assertThat(api.get(null, "/public/NO-SUCH/entries").status()).isEqualTo(404);
        assertThat(api.get(a, "/entries?limit=2").expect(200).text("next")).isNotEmpty();
    }

    private String recognised(String nameEn, String casNumber) {
        return table.request(table.enterprise("示例（虚构）"), draft(nameEn, casNumber), "RECOGNISED");
    }

    private String status(String request) {
        return api.get(table.office(), "/requests/" + request).expect(200).text("status");
    }
}
