package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.EntryEvent.EntryChanged;
import org.whitelane.events.EntryEvent.EntryRenewed;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What publishing a change, a renewal and a withdrawal does to the entry that each names, under a
 * scheme whose entries live for six months.
 */
class PublishedKindsTests extends ServiceTestBase {

    private static final String SCHEME = "GZ-GDD-2024";
    private static final String CAS = "9004-54-0";

    private Table guangzhou;
    private Imports imports;
    private Officer unit;

    @BeforeEach
    void list() {
        guangzhou = new Table(api, registry, Fixtures.shipped(SCHEME));
        imports = new Imports(api, guangzhou);
        unit = guangzhou.enterprise("示例变更（虚构）", "440112");
    }

    @Test
    void changesRenewsAndRemovesInOneBatch() {
        var before =
                published(
                        recognised(
                                draftUnder(
                                        SCHEME,
                                        article("Dextran", CAS),
                                        article("Sucrose", "57-50-1"),
                                        article("Glycine", "56-40-6"))));
        var changed = before.get(0);
        var renewed = before.get(1);
        var removed = before.get(2);
        var held = imports.reserved(unit, changed, "100");
        var dropped = imports.reserved(unit, removed, "1");
        var change = recognised(change(changed, "Dextran 70", "250"));
        var renewal = recognised(about("RENEWAL", renewed));
        assertThat(entry(renewed).path("renewalPending").asBoolean()).isTrue();
        var withdrawal = recognised(about("WITHDRAW_LISTING", removed));
        var another = recognised(draftUnder(SCHEME, article("Mannitol", "69-65-8")));

        var batch = publish(change, renewal, withdrawal, another).expect(201);

        var changes = batch.body().path("changes");
        assertThat(texts(changes.path("changed"))).containsExactly(changed, renewed);
        assertThat(texts(changes.path("removed"))).containsExactly(removed);
        assertThat(changes.path("added")).hasSize(1);
        assertThat(entry(changed).at("/article/nameEn").asString()).isEqualTo("Dextran 70");
        assertThat(entry(changed).at("/quota/approved").asString()).isEqualTo("250");
        assertThat(imports.quota(unit, changed)).as("what is held stays").isEqualTo("100/0");
        var from = LocalDate.parse(entry(renewed).path("validFrom").asString());
        assertThat(entry(renewed).path("validTo").asString())
                .isEqualTo(from.plusMonths(6).plusMonths(6).toString());
        assertThat(entry(renewed).path("renewalPending").asBoolean()).isFalse();
        assertThat(entry(removed).path("status").asString()).isEqualTo("REMOVED");
        assertThat(imports.show(unit, dropped).text("status")).isEqualTo("CANCELLED");
        imports.reserve(unit, imports.plan(unit, changed, "150", "g").text("id")).expect(200);
        assertThat(imports.show(unit, held).text("status")).isEqualTo("RESERVED");
        await().untilAsserted(
                        () -> {
                            assertThat(events.of(changed)).anyMatch(EntryChanged.class::isInstance);
                            assertThat(events.of(renewed)).last().isInstanceOf(EntryRenewed.class);
                            assertThat(events.typesOf(removed)).contains("EntryRemoved");
                            assertThat(events.of(batch.text("id")))
                                    .singleElement()
                                    .isInstanceOfSatisfying(
                                            BatchPublished.class,
                                            told -> {
                                                assertThat(changes(told).added()).isEqualTo(1);
                                                assertThat(changes(told).changedEntryIds())
                                                        .containsExactly(changed, renewed);
                                                assertThat(changes(told).removedEntryIds())
                                                        .containsExactly(removed);
                                            });
                        });
    }

    /** Signed already, and then the entry is taken away: the whole batch waits for the office. */
    @Test
    void publishesNothingWhenAnEntryWasRevokedMeanwhile() {
        var entries = published(recognised(draftUnder(SCHEME, article("Dextran", CAS), sucrose())));
        var doomed = entries.get(0);
        var change = recognised(change(doomed, "Dextran 70", "250"));
        var good = recognised(about("WITHDRAW_LISTING", entries.get(1)));
        var batches = new BatchTable(api, SCHEME, guangzhou.office());
        var batch = batches.signed(good, change);
        api.post(
                        guangzhou.office(),
                        "/entries/" + doomed + "/revocation",
                        Map.of("reason", "sold on (invented)"))
                .expect(200);

        var refused = batches.publish(batch);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("entry-not-live");
        assertThat(refused.text("detail")).contains("/requests/1", doomed);
        assertThat(entry(entries.get(1)).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(api.get(unit, "/requests/" + good).text("status")).isEqualTo("RECOGNISED");
        assertThat(api.get(guangzhou.office(), "/batches/" + batch).body().path("number").isNull())
                .isTrue();
        assertThat(events.typesOf(entries.get(1))).doesNotContain("EntryRemoved");
    }

    @Test
    void doesOneThingToAnEntryAndApprovesNoLessThanIsTaken() {
        var entry = published(recognised(draftUnder(SCHEME, article("Dextran", CAS)))).getFirst();
        var smaller = recognised(change(entry, "Dextran", "50"));
        var withdrawal = recognised(about("WITHDRAW_LISTING", entry));
        imports.reserved(unit, entry, "100");

        assertThat(publish(smaller, withdrawal).code()).isEqualTo("rule-refused");
        assertThat(publish(smaller).expect(422).faults())
                .containsExactly("/requests/0 quota-below-taken");
        var exact = recognised(change(entry, "Dextran", "100"));
        assertThat(publish(exact, withdrawal).code()).isEqualTo("entry-twice");
        publish(exact).expect(201);
        assertThat(entry(entry).path("status").asString()).isEqualTo("EXHAUSTED");
        publish(withdrawal).expect(201);
    }

    private static BatchEvent.Changes changes(BatchPublished told) {
        return Objects.requireNonNull(told.changes());
    }

    private JsonNode entry(String id) {
        return api.get(unit, "/entries/" + id).expect(200).body();
    }

    private String recognised(Map<String, Object> draft) {
        return guangzhou.request(unit, draft, "RECOGNISED");
    }

    private Answer publish(String... requests) {
        return api.publishUnder(SCHEME, guangzhou.office(), requests);
    }

    private List<String> published(String request) {
        return publish(request)
                .expect(201)
                .body()
                .path("entries")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode ids) {
        return ids.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, Object> sucrose() {
        return article("Sucrose", "57-50-1");
    }

    private static Map<String, Object> change(String entry, String nameEn, String amount) {
        var article = new HashMap<>(article(nameEn, CAS));
        article.put("entryId", entry);
        article.put("quantity", Imports.quantity(amount, "g"));
        var change = new HashMap<>(draftUnder(SCHEME, article));
        change.put("kind", "CHANGE");
        return change;
    }

    private static Map<String, Object> about(String kind, String entry) {
        var wish = new HashMap<>(draftUnder(SCHEME));
        wish.put("kind", kind);
        wish.remove("articles");
        wish.put("entries", List.of(entry));
        return wish;
    }
}
