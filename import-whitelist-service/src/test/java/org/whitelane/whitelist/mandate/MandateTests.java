package org.whitelane.whitelist.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Units let others act for them, over HTTP. */
class MandateTests extends ServiceTestBase {

    private static final String ITS_OWN_CODE = "91120116MA05EXAM2X";

    private Mandating mandating;

    @BeforeEach
    void takePen() {
        mandating = new Mandating(api);
    }

    @Test
    void isSeenByItsTwoSidesAndByNobodyElse() {
        var unit = table.enterprise("示例委托甲（虚构）");
        var agent = table.enterprise("示例受托甲（虚构）");
        var stranger = table.enterprise("示例外人甲（虚构）");

        var given = mandating.tryToGive(unit, Mandating.form(agent, "SUBMIT", "DRAFT")).expect(201);

        var id = given.text("id");
        assertThat(given.raw().headers().firstValue("Location"))
                .contains("/api/v1/whitelist/mandates/" + id);
        for (var side : List.of(unit, agent)) {
            var shown = api.get(side, "/mandates/" + id).expect(200);
            assertThat(shown.text("unit")).isEqualTo(unit.organisation());
            assertThat(shown.text("agent")).isEqualTo(agent.organisation());
            assertThat(shown.body().path("scheme").isNull()).isTrue();
            assertThat(shown.body().path("acts").toString()).isEqualTo("[\"DRAFT\",\"SUBMIT\"]");
            assertThat(shown.text("state")).isEqualTo("IN_FORCE");
            assertThat(shown.text("basis")).isEqualTo("委托合同 2026-17（虚构）");
            assertThat(ids(api.get(side, "/mandates").body())).containsExactly(id);
        }
        assertThat(api.get(stranger, "/mandates/" + id).code()).isEqualTo("not-found");
        assertThat(ids(api.get(stranger, "/mandates").body())).isEmpty();
        assertThat(api.get(table.office(), "/mandates/" + id).code()).isEqualTo("not-found");
        var auditor = new Officer("auditor-1", null, Set.of("AUDITOR"));
        api.get(auditor, "/mandates/" + id).expect(200);
    }

    @Test
    void isFoundByTheOtherSide() {
        var unit = table.enterprise("示例委托乙（虚构）");
        var first = table.enterprise("示例受托乙（虚构）");
        var second = table.enterprise("示例受托丙（虚构）");
        var one = mandating.give(unit, first, "READ");
        var two = mandating.give(unit, second, "READ");

        assertThat(ids(api.get(unit, "/mandates").body())).containsExactly(one, two);
        assertThat(ids(api.get(unit, "/mandates?organisation=" + id(second)).body()))
                .containsExactly(two);
        assertThat(ids(api.get(first, "/mandates?organisation=" + id(second)).body())).isEmpty();
    }

    @Test
    void namesTheAgentByItsCreditCode() {
        var unit = table.enterprise("示例委托丙（虚构）");
        var agent = table.enterpriseWith(ITS_OWN_CODE, "示例受托丁（虚构）");
        var form = new HashMap<>(Mandating.form(agent, "READ"));
        form.put("agent", ITS_OWN_CODE.toLowerCase(Locale.ROOT));

        assertThat(mandating.tryToGive(unit, form).expect(201).text("agent"))
                .isEqualTo(agent.organisation());
    }

    @Test
    void refusesEveryFieldAtOnce() {
        var unit = table.enterprise("示例委托丁（虚构）");
        var shapeless = new HashMap<String, Object>();
        shapeless.put("agent", "Dr. Li");
        shapeless.put("acts", List.of("DRAFT", "PUBLISH"));
        shapeless.put("to", "soon");
        shapeless.put("basis", " ");

        assertThat(mandating.tryToGive(unit, shapeless).expect(400).faults())
                .containsExactlyInAnyOrder(
                        "/agent party-reference",
                        "/acts/1 unknown-value",
                        "/from required",
                        "/to date",
                        "/basis blank");
        var contradicting = new HashMap<>(Mandating.form(unit, "DRAFT", "DRAFT"));
        contradicting.put("to", Mandating.today().minusDays(3).toString());
        assertThat(mandating.tryToGive(unit, contradicting).expect(400).faults())
                .containsExactlyInAnyOrder("/acts/1 twice", "/to ends-before-it-begins");
        assertThat(mandating.tryToGive(unit, Mandating.form(unit)).expect(400).faults())
                .containsExactly("/acts empty");

        var wrong = new HashMap<>(Mandating.form(unit, "DRAFT"));
        wrong.put("scheme", "TJ-1922");
        wrong.put("from", Mandating.today().minusDays(1).toString());
        wrong.put("to", Mandating.today().plusYears(4).toString());
        var answer = mandating.tryToGive(unit, wrong).expect(422);
        assertThat(answer.code()).isEqualTo("rule-refused");
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        "/agent own-organisation",
                        "/scheme unknown-scheme",
                        "/from in-the-past",
                        "/to too-long");
        assertThat(ids(api.get(unit, "/mandates").body())).isEmpty();
    }

    @Test
    void letsNoAuthorityActForAnybody() {
        var unit = table.enterprise("示例委托戊（虚构）");

        var answer = mandating.tryToGive(unit, Mandating.form(table.office(), "READ"));

        assertThat(answer.expect(422).faults()).containsExactly("/agent authority");
    }

    @Test
    void waitsForWhoIsNotKnownYet() {
        var unit = table.enterprise("示例委托己（虚构）");
        var nobody = new Officer("n", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));

        var answer = mandating.tryToGive(unit, Mandating.form(nobody, "READ")).expect(409);

        assertThat(answer.code()).isEqualTo("party-not-known-yet");
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(mandating.tryToGive(nobody, Mandating.form(unit, "READ")).code())
                .isEqualTo("party-not-known-yet");
    }

    @Test
    void isGivenByAdministratorsOnly() {
        var unit = table.enterprise("示例委托庚（虚构）");
        var agent = table.enterprise("示例受托庚（虚构）");
        var officer = new Officer("o", unit.organisation(), Set.of("RND_IMPORT_OFFICER"));

        assertThat(mandating.tryToGive(officer, Mandating.form(agent, "READ")).expect(403).code())
                .isEqualTo("role-missing");
        var mandate = mandating.give(unit, agent, "READ");
        assertThat(mandating.revoke(officer, mandate).expect(403).code()).isEqualTo("role-missing");
        api.get(officer, "/mandates/" + mandate).expect(200);
    }

    @Test
    void isEndedOnceByTheSideThatEndsIt() {
        var unit = table.enterprise("示例委托辛（虚构）");
        var agent = table.enterprise("示例受托辛（虚构）");
        var stranger = table.enterprise("示例外人辛（虚构）");
        var revoked = mandating.give(unit, agent, "READ");
        var left = mandating.give(unit, agent, "READ");

        assertThat(mandating.revoke(stranger, revoked).expect(404).code()).isEqualTo("not-found");
        assertThat(mandating.revoke(agent, revoked).expect(403).code()).isEqualTo("not-the-unit");
        assertThat(giveUp(unit, left).expect(403).code()).isEqualTo("not-the-agent");
        var ended = mandating.revoke(unit, revoked).expect(200);
        assertThat(ended.text("state")).isEqualTo("REVOKED");
        assertThat(ended.body().at("/end/reason").asString()).isEqualTo("a test");
        assertThat(ended.body().path("version").asInt()).isEqualTo(2);
        assertThat(giveUp(agent, left).expect(200).text("state")).isEqualTo("GIVEN_UP");

        assertThat(mandating.revoke(unit, revoked).expect(409).code()).isEqualTo("illegal-move");
        assertThat(giveUp(agent, revoked).expect(409).code()).isEqualTo("illegal-move");
        assertThat(
                        api.postIf(
                                        "1",
                                        unit,
                                        "/mandates/" + left + "/revocation",
                                        Map.of("reason", "a test"))
                                .expect(412)
                                .code())
                .isEqualTo("version-mismatch");
    }

    /** Who gave it and who ended it, and why, stands in the journal; both sides read the course. */
    @Test
    void isInTheJournal() {
        var unit = table.enterprise("示例委托壬（虚构）");
        var agent = table.enterprise("示例受托壬（虚构）");
        var mandate = mandating.give(unit, agent, "DRAFT");
        giveUp(agent, mandate).expect(200);
        var auditor = new Officer("auditor-1", null, Set.of("AUDITOR"));

        var acts =
                api.get(auditor, "/audit?limit=100&subject=" + mandate)
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(act -> !act.path("type").asString().endsWith("audit-read.v1"))
                        .toList();

        assertThat(acts)
                .extracting(act -> act.path("type").asString())
                .containsExactly(
                        "org.whitelane.whitelist.mandate-given.v1",
                        "org.whitelane.whitelist.mandate-given-up.v1");
        assertThat(acts.getFirst().at("/privatePart/actor").asString()).isEqualTo(unit.subject());
        assertThat(acts.getLast().at("/privatePart/actor").asString()).isEqualTo(agent.subject());
        assertThat(acts.getLast().at("/privatePart/reason").asString()).isEqualTo("a test");
        assertThat(acts.getLast().at("/privatePart/before/version").asInt()).isEqualTo(1);
        for (var side : List.of(unit, agent)) {
            assertThat(api.get(side, "/history?subject=" + mandate).body().path("items"))
                    .hasSize(2);
        }
        assertThat(api.get(table.office(), "/history?subject=" + mandate).code())
                .isEqualTo("not-found");
    }

    private Answer giveUp(Officer agent, String mandate) {
        return api.post(agent, "/mandates/" + mandate + "/resignation", Map.of("reason", "a test"));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }
}
