package org.whitelane.whitelist.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.lists.Listed.Place;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.InventedScheme;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list as it stood, from what was told of it. */
class PastListTests extends ServiceTestBase {

    private static final LocalDate TODAY = LegalDays.today(Clock.systemUTC());

    @Autowired private PastRows past;
    @Autowired private CustomsLines customs;

    private String scheme;
    private Table at;
    private Imports imports;
    private Officer unit;
    private final List<Seen> seen = new ArrayList<>();

    /** What customs and the public were shown at a moment. */
    private record Seen(Instant until, JsonNode customs, JsonNode open) {}

    /** What was served then is the oracle for what is made again now. */
    @Test
    void isAtEachMomentWhatWasServedAtThatMoment() {
        look();
        var first = publish(two());
        look();
        var dextran = first.body().at("/entries/0/id").asString();
        var sucrose = first.body().at("/entries/1/id").asString();
        var held = imports.reserved(unit, dextran, "100");
        look();
        decide(sucrose, "suspension");
        look();
        publish(change(dextran, "Dextran 70", "100"));
        look();
        imports.move(unit, held, "cancellation", Map.of("reason", "no need")).expect(200);
        look();
        publish(about("RENEWAL", dextran));
        look();
        decide(sucrose, "lifting");
        publish(about("WITHDRAW_LISTING", sucrose));
        look();
        hold("suspension");
        look();
        hold("lifting");
        decide(dextran, "revocation");
        look();

        assertThat(seen).extracting(moment -> moment.customs().size()).contains(0, 2);
        for (var moment : seen) {
            assertThat(madeAgain(moment.until())).isEqualTo(moment.customs());
            assertThat(madeAgainForAll(moment.until())).isEqualTo(moment.open());
        }
    }

    @Test
    void isReadByDayAndForNoDayToCome() {
        publish(two());
        var officer = imports.customs();

        for (var path : List.of("/public/" + scheme, "/customs/" + scheme)) {
            var now = items(officer, path + "/entries");
            assertThat(items(officer, path + "/entries?asOf=" + TODAY)).isEqualTo(now);
            assertThat(items(officer, path + "/entries?asOf=" + TODAY.minusDays(1))).isEmpty();
            var refused = api.get(officer, path + "/entries?asOf=" + TODAY.plusDays(1));
            assertThat(refused.expect(400).faults()).containsExactly("?asOf future-day");
            var walked = api.get(officer, path + "/entries?limit=1&asOf=" + TODAY).expect(200);
            var next = walked.body().path("next").asString();
            assertThat(items(officer, path + "/entries?limit=1&asOf=" + TODAY + "&cursor=" + next))
                    .containsExactly(now.get(1));
            assertThat(api.get(officer, path + "/entries?limit=1&cursor=" + next).status())
                    .as("a place in another list")
                    .isEqualTo(400);
            var file = Download.of(port, officer, path + "/list?asOf=" + TODAY).expect(200);
            assertThat(file.csv())
                    .isEqualTo(Download.of(port, officer, path + "/list").expect(200).csv());
            var before = TODAY.minusDays(1);
            var empty = Download.of(port, officer, path + "/list?asOf=" + before).expect(200);
            assertThat(empty.csv()).isEmpty();
            assertThat(empty.header("Content-Disposition")).contains(before.toString());
            Download.of(port, officer, path + "/list?asOf=" + TODAY.plusDays(1)).expect(400);
        }
        assertThat(PastRows.endOf(LocalDate.of(2026, 3, 2)))
                .isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
    }

    /** What a batch did stays what it did. */
    @Test
    void showsABatchsChangesAsItLeftThem() {
        var first = publish(two());
        var dextran = first.body().at("/entries/0/id").asString();
        var sucrose = first.body().at("/entries/1/id").asString();
        var added = changes(1);
        publish(change(dextran, "Dextran 70", "250"));
        var changed = changes(2);
        publish(about("WITHDRAW_LISTING", sucrose));
        imports.reserved(unit, dextran, "10");
        decide(dextran, "revocation");

        assertThat(changes(1)).isEqualTo(added);
        assertThat(changes(2)).isEqualTo(changed);
        assertThat(changes(1))
                .extracting(line -> line.get("nameEn"), line -> line.get("status"))
                .containsExactly(tuple("Dextran", "ACTIVE"), tuple("Sucrose", "ACTIVE"));
        assertThat(changes(2))
                .extracting(line -> line.get("nameEn"), line -> line.get("approved"))
                .containsExactly(tuple("Dextran 70", "250"));
        assertThat(changes(3))
                .extracting(line -> line.get("change"), line -> line.get("status"))
                .containsExactly(tuple("REMOVED", "REMOVED"));
    }

    private void look() {
        seen.add(
                new Seen(
                        Instant.now(),
                        items(imports.customs(), "/customs/" + scheme + "/entries"),
                        items(null, "/public/" + scheme + "/entries")));
    }

    private JsonNode madeAgain(Instant moment) {
        return Json.tree(
                past.page(scheme, moment, Place.START, 100, full -> full).stream()
                        .map(line -> customs.line(line, TODAY).entry())
                        .toList());
    }

    private JsonNode madeAgainForAll(Instant moment) {
        return Json.tree(
                past
                        .page(
                                scheme,
                                moment,
                                Place.START,
                                100,
                                full -> PublicEntry.of(full.entry()))
                        .stream()
                        .map(Listed::entry)
                        .toList());
    }

    private JsonNode items(@Nullable Officer officer, String path) {
        return api.get(officer, path).expect(200).body().path("items");
    }

    private List<Map<String, String>> changes(int batch) {
        var path = "/customs/%s/batches/%d/changes".formatted(scheme, batch + 1);
        return Download.of(port, imports.customs(), path).expect(200).csv();
    }

    /** One with a directory, six months, and a unit in it: its first batch lists the unit alone. */
    @BeforeEach
    void directory() {
        scheme = InventedScheme.code("PST", "");
        at =
                InventedScheme.load(
                        api,
                        registry,
                        scheme,
                        "\"UNIT_ITEM_PAIR\"",
                        "\"UNIT_DIRECTORY\"",
                        "\"entryValidityMonths\": null",
                        "\"entryValidityMonths\": 6");
        imports = new Imports(api, at);
        unit = at.enterprise("示例往日（虚构）");
        publish(draftUnder(scheme));
    }

    private Answer publish(Map<String, Object> wish) {
        return api.publishUnder(scheme, at.office(), at.request(unit, wish, "RECOGNISED"))
                .expect(201);
    }

    private void decide(String entry, String move) {
        api.post(at.office(), "/entries/" + entry + "/" + move, Map.of("reason", "a test"))
                .expect(200);
    }

    private void hold(String move) {
        var place = api.get(unit, "/units").expect(200).body().at("/items/0/id").asString();
        api.post(at.office(), "/units/" + place + "/" + move, Map.of("reason", "a test"))
                .expect(200);
    }

    private Map<String, Object> two() {
        return kind(
                "ADD_ITEM",
                new HashMap<>(
                        draftUnder(
                                scheme,
                                article("Dextran", "9004-54-0"),
                                article("Sucrose", "57-50-1"))));
    }

    private Map<String, Object> change(String entry, String nameEn, String amount) {
        var article = new HashMap<>(article(nameEn, "9004-54-0"));
        article.put("entryId", entry);
        article.put("quantity", Imports.quantity(amount, "g"));
        return kind("CHANGE", new HashMap<>(draftUnder(scheme, article)));
    }

    private Map<String, Object> about(String kind, String entry) {
        var wish = new HashMap<>(draftUnder(scheme));
        wish.remove("articles");
        wish.put("entries", List.of(entry));
        return kind(kind, wish);
    }

    private static Map<String, Object> kind(String kind, Map<String, Object> wish) {
        wish.put("kind", kind);
        return wish;
    }
}
