package org.whitelane.whitelist.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BanEvent.BanLifted;
import org.whitelane.events.BanEvent.UnitBanned;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who breaks the rules of a scheme that bans may not apply under it again, until it is lifted. */
class BanTests extends ServiceTestBase {

    private static final String SCHEME = "BJ-2022";

    private Table beijing;
    private Officer unit;

    @BeforeEach
    void layTheTable() {
        beijing = new Table(api, registry, Fixtures.beijing());
        unit = beijing.enterprise("示例禁入（虚构）", "110108");
    }

    @Test
    void bansAtSubmissionAndAtPublicationUntilLifted() {
        var waiting = recognised("Sucrose", "57-50-1");
        var entries = published("Dextran", "9004-54-0", "Glycine", "56-40-6");
        var waitingBatch = new BatchTable(api, SCHEME, beijing.office());
        var batch = waitingBatch.signed(waiting);

        revoke(entries.getFirst(), Map.of("reason", "sold on", "violation", "示例案1号"));

        var ban = onlyBan();
        var today = LegalDays.today(Clock.systemUTC());
        assertThat(ban.path("rule").asString()).isEqualTo("YEARS");
        var until = today.plusYears(2).minusDays(1).toString();
        assertThat(ban.path("until").asString()).as("two years").isEqualTo(until);
        assertThat(status(entries.get(1))).as("the others go with it").isEqualTo("REVOKED");
        var draft = api.draft(unit, draft("Mannitol", "69-65-8")).expect(201).text("id");
        var refused = api.move(unit, draft, "submission").expect(422);
        assertThat(refused.faults()).containsExactly(" not-banned");
        assertThat(refused.raw().body()).contains("NOT_BANNED of BJ-2022 version 1", until);
        assertThat(api.post(unit, "/requests/" + draft + "/submission?dryRun=true", Map.of()))
                .satisfies(dry -> assertThat(dry.faults()).containsExactly(" not-banned"));
        assertThat(waitingBatch.publish(batch).expect(422).faults())
                .containsExactly("/requests/0 not-banned");
        var other = beijing.enterprise("示例无辜（虚构）", "110108");
        beijing.request(other, draft("Dextran", "9004-54-0"), "SUBMITTED");

        var id = ban.path("id").asString();
        assertThat(lift(unit, id)).isEqualTo("role-missing");
        assertThat(lift(table.office(), id)).as("another scheme's office").isEqualTo("not-found");
        assertThat(lift(beijing.office(), id)).isEmpty();
        assertThat(lift(beijing.office(), id)).isEqualTo("illegal-move");

        api.move(unit, draft, "submission").expect(200);
        waitingBatch.publish(batch).expect(201);
        await().untilAsserted(
                        () ->
                                assertThat(events.of(id))
                                        .satisfiesExactly(
                                                banned ->
                                                        assertThat(banned)
                                                                .isInstanceOf(UnitBanned.class),
                                                lifted ->
                                                        assertThat(lifted)
                                                                .isInstanceOf(BanLifted.class)));
    }

    @Test
    void bansNobodyWithoutFaultAndWhereTheSchemeDoesNotSayHowLong() {
        var entry = published("Dextran", "9004-54-0").getFirst();
        revoke(entry, Map.of("reason", "listed in error", "cause", "NO_FAULT"));
        assertThat(bans(unit)).isEmpty();

        var imports = new Imports(api, table);
        var tianjin = table.enterprise("示例禁入乙（虚构）");
        var listed = imports.entry(tianjin);
        api.post(table.office(), "/entries/" + listed + "/revocation", Map.of("reason", "sold on"))
                .expect(200);
        assertThat(bans(tianjin)).as("not known is no ban").isEmpty();
        assertThat(bans(beijing.enterprise("示例旁人（虚构）", "110108"))).isEmpty();
    }

    private JsonNode onlyBan() {
        var all = bans(unit);
        assertThat(all).hasSize(1);
        var id = all.getFirst().path("id").asString();
        var stranger = beijing.enterprise("示例外人（虚构）", "110108");
        assertThat(api.get(stranger, "/bans/" + id).status()).isEqualTo(404);
        assertThat(api.get(beijing.reviewer("CUSTOMS"), "/bans/" + id).status()).isEqualTo(200);
        return api.get(unit, "/bans/" + id).expect(200).body();
    }

    private List<JsonNode> bans(Officer officer) {
        return api.get(officer, "/bans").expect(200).body().path("items").valueStream().toList();
    }

    private String lift(Officer officer, String ban) {
        return api.post(officer, "/bans/" + ban + "/lifting", Map.of("reason", "appeal upheld"))
                .code();
    }

    private String status(String entry) {
        return api.get(unit, "/entries/" + entry).expect(200).text("status");
    }

    private void revoke(String entry, Map<String, Object> form) {
        api.post(beijing.office(), "/entries/" + entry + "/revocation", form).expect(200);
    }

    private String recognised(String nameEn, String cas) {
        return beijing.request(unit, draft(nameEn, cas), "RECOGNISED");
    }

    /** Names and CAS numbers in turns. */
    private List<String> published(String... articles) {
        var requests =
                IntStream.range(0, articles.length / 2)
                        .mapToObj(i -> recognised(articles[2 * i], articles[2 * i + 1]))
                        .toArray(String[]::new);
        return api.publishUnder(SCHEME, beijing.office(), requests)
                .expect(201)
                .body()
                .path("entries")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }

    private static Map<String, Object> draft(String nameEn, String cas) {
        return draftUnder(SCHEME, article(nameEn, cas));
    }
}
