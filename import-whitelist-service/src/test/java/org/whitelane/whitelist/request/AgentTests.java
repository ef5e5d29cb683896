package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Mandating.onBehalfOf;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.RequestEvent.RequestSubmitted;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Uploads;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody acts for a unit, over HTTP: what they may, what they see, and when it ends. */
class AgentTests extends ServiceTestBase {

    private Mandating mandating;

    @BeforeEach
    void takePen() {
        mandating = new Mandating(api);
    }

    @Test
    void draftsForTheUnitWhoseRequestItIs() {
        var unit = table.enterprise("示例托甲（虚构）");
        var cro = table.enterprise("示例研甲（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT", "SUBMIT");

        var drafted = api.draft(cro, onBehalfOf(unit, draft("Dextran", "9004-54-0"))).expect(201);

        assertThat(drafted.text("organisation")).isEqualTo(unit.organisation());
        assertThat(drafted.text("agent")).isEqualTo(cro.organisation());
        var request = drafted.text("id");
        api.move(cro, request, "submission").expect(200);
        for (var side : List.of(unit, cro)) {
            var shown = api.get(side, "/requests/" + request).expect(200);
            assertThat(shown.text("agent")).isEqualTo(cro.organisation());
            assertThat(shown.body().path("opinions").isMissingNode()).isTrue();
            var step = shown.body().at("/steps/0");
            assertThat(step.path("action").asString()).isEqualTo("submit");
            assertThat(step.path("organisation").asString()).isEqualTo(cro.organisation());
            assertThat(step.path("mandate").asString()).isEqualTo(mandate);
            assertThat(api.get(side, "/requests/" + request + "/clock").status()).isEqualTo(200);
            assertThat(ids(api.get(side, "/requests?organisation=" + id(unit)))).contains(request);
        }
        var seen = api.get(table.intake(), "/requests/" + request).expect(200);
        assertThat(seen.text("organisation")).isEqualTo(unit.organisation());
        assertThat(seen.text("agent")).isEqualTo(cro.organisation());
        assertThat(
                        api.get(cro, "/requests?organisation=" + id(cro))
                                .expect(200)
                                .body()
                                .path("items"))
                .as("none of its own but the one that made it known")
                .hasSize(1);
    }

    /** The unit's flags decide, not the agent's; the unit's duplicates are shown. */
    @Test
    void isJudgedByTheUnit() {
        var unit = table.enterprise("示例托乙（虚构）");
        var cro = table.enterprise("示例研乙（虚构）");
        mandating.give(unit, cro, "DRAFT", "SUBMIT");
        registry.raise(id(cro), UUID.randomUUID().toString(), "SERIOUS_DISHONESTY");
        table.request(unit, draft("Mannitol", "69-65-8"), "SUBMITTED");

        var request = drafted(cro, unit, draft("Mannitol", "69-65-8"));
        var shown = api.get(cro, "/requests/" + request).expect(200);
        assertThat(shown.body().path("duplicates")).hasSize(1);
        assertThat(
                        api.get(cro, "/requests/" + request + "/duplicates")
                                .expect(200)
                                .body()
                                .path("duplicates"))
                .hasSize(1);
        api.move(cro, request, "submission").expect(200);

        var flagged = drafted(cro, unit, draft("Sorbitol", "50-70-4"));
        registry.raise(id(unit), UUID.randomUUID().toString(), "SERIOUS_DISHONESTY");
        await().untilAsserted(
                        () ->
                                assertThat(api.move(cro, flagged, "submission?dryRun=true").code())
                                        .isEqualTo("rule-refused"));
        assertThat(api.move(cro, flagged, "submission").faults()).contains(" credit-ok");
    }

    @Test
    void bringsDocumentsAndTakesThemBack() {
        var unit = table.enterprise("示例托丙（虚构）");
        var cro = table.enterprise("示例研丙（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT");
        var uploads = new Uploads(port);
        var request = drafted(cro, unit, draft("Dextran", "9004-54-0"));
        var bytes = Uploads.pdf(5_000, 7);

        var attached = uploads.attach(cro, request, "CRO_CONTRACT", bytes).expect(201);
        var document = attached.body().at("/content/documents/0/id").asString();
        var path = request + "/documents/" + document;
        assertThat(uploads.read(cro, path).body()).isEqualTo(bytes);
        assertThat(uploads.read(unit, path).body()).isEqualTo(bytes);
        uploads.delete(cro, path).expect(200);
        uploads.attach(cro, request, "CRO_CONTRACT", bytes).expect(201);

        mandating.revoke(unit, mandate).expect(200);
        assertThat(uploads.attach(cro, request, "PROJECT_PLAN", bytes).code())
                .isEqualTo("not-found");
        var kept = api.get(unit, "/requests/" + request).body().at("/content/documents/0/id");
        assertThat(uploads.read(cro, request + "/documents/" + kept.asString()).statusCode())
                .isEqualTo(404);
        assertThat(uploads.read(unit, request + "/documents/" + kept.asString()).body())
                .isEqualTo(bytes);
    }

    @Test
    void findsTheUnitsRequestsWhileItsMandateLasts() {
        var unit = table.enterprise("示例托寻（虚构）");
        var cro = table.enterprise("示例研寻（虚构）");
        var request = table.request(unit, draft("Dextran", "9004-54-0"), "DRAFT");
        var number = api.get(unit, "/requests/" + request).text("number");
        var search = "/search?q=" + number;
        assertThat(ids(api.get(cro, search))).isEmpty();

        var mandate = mandating.give(unit, cro, "READ");
        assertThat(ids(api.get(cro, search))).containsExactly(request);

        mandating.revoke(unit, mandate).expect(200);
        assertThat(ids(api.get(cro, search))).isEmpty();
        assertThat(ids(api.get(unit, search))).containsExactly(request);
    }

    /** Nobody learns by trying whether there is such a unit. */
    @Test
    void tellsStrangersNothingAboutTheUnit() {
        var unit = table.enterprise("示例托丁（虚构）");
        var stranger = table.enterprise("示例外人丁（虚构）");
        var nobody = new Officer("n", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));
        var wish = draft("Dextran", "9004-54-0");

        for (var dryRun : List.of("", "?dryRun=true")) {
            var real = api.post(stranger, "/requests" + dryRun, onBehalfOf(unit, wish));
            var none = api.post(stranger, "/requests" + dryRun, onBehalfOf(nobody, wish));
            assertThat(real.expect(403).code()).isEqualTo("no-mandate");
            assertThat(none.expect(403).code()).isEqualTo("no-mandate");
            assertThat(real.text("detail")).isEqualTo(none.text("detail"));
        }
        var coded = new HashMap<>(wish);
        coded.put("onBehalfOf", "91120116MA05N0NE1X");
        assertThat(api.draft(stranger, coded).expect(403).code()).isEqualTo("no-mandate");
        coded.put("onBehalfOf", "Dr. Li");
        assertThat(api.draft(stranger, coded).expect(400).faults())
                .containsExactly("/onBehalfOf party-reference");
        assertThat(ids(api.get(unit, "/requests?status=DRAFT"))).isEmpty();
    }

    @Test
    void keepsToSchemeActAndDay() {
        var unit = table.enterprise("示例托戊（虚构）");
        var cro = table.enterprise("示例研戊（虚构）");
        var wish = onBehalfOf(unit, draft("Dextran", "9004-54-0"));
        var elsewhere = new HashMap<>(Mandating.form(cro, "DRAFT", "SUBMIT"));
        elsewhere.put("scheme", "BJ-2022");
        mandating.tryToGive(unit, elsewhere).expect(201);
        var tomorrow = new HashMap<>(Mandating.form(cro, "DRAFT", "SUBMIT"));
        tomorrow.put("from", Mandating.today().plusDays(1).toString());
        mandating.tryToGive(unit, tomorrow).expect(201);
        var own = table.request(unit, draft("Mannitol", "69-65-8"), "DRAFT");

        assertThat(api.draft(cro, wish).expect(403).code()).isEqualTo("no-mandate");
        assertThat(api.get(cro, "/requests/" + own).code()).isEqualTo("not-found");
        mandating.give(unit, cro, "READ");
        assertThat(api.draft(cro, wish).expect(403).code()).isEqualTo("no-mandate");
        assertThat(api.get(cro, "/requests/" + own).expect(200).body().path("allowed")).isEmpty();
        assertThat(api.move(cro, own, "submission").expect(403).code())
                .isEqualTo("mandate-insufficient");
        assertThat(api.move(cro, own, "submission?dryRun=true").expect(403).code())
                .isEqualTo("mandate-insufficient");
        mandating.give(unit, cro, "DRAFT");
        var request = api.draft(cro, wish).expect(201).text("id");
        assertThat(api.move(cro, request, "submission").expect(403).code())
                .isEqualTo("mandate-insufficient");
        api.move(cro, request, "withdrawal").expect(200);
        mandating.give(unit, cro, "SUBMIT");
        api.move(cro, own, "submission").expect(200);
        var beijing = new HashMap<>(wish);
        beijing.put("scheme", "BJ-2022");
        api.draft(cro, beijing).expect(201);
    }

    /** What somebody may for another they may not pass on. */
    @Test
    void isNoChain() {
        var unit = table.enterprise("示例托己（虚构）");
        var cro = table.enterprise("示例研己（虚构）");
        var third = table.enterprise("示例三己（虚构）");
        mandating.give(unit, cro, "DRAFT", "SUBMIT");
        mandating.give(cro, third, "DRAFT", "SUBMIT");
        var request = drafted(cro, unit, draft("Dextran", "9004-54-0"));

        assertThat(api.draft(third, onBehalfOf(unit, draft("Dextran", "9004-54-0"))).code())
                .isEqualTo("no-mandate");
        assertThat(api.get(third, "/requests/" + request).code()).isEqualTo("not-found");
        assertThat(api.move(third, request, "submission").code()).isEqualTo("not-found");
        assertThat(ids(api.get(third, "/requests?limit=100"))).doesNotContain(request);
    }

    /** The unit's own officers see and may do all, before and after. */
    @Test
    void isOverWhenTheMandateEnds() {
        var unit = table.enterprise("示例托庚（虚构）");
        var cro = table.enterprise("示例研庚（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT", "SUBMIT", "READ");
        var wish = draft("Dextran", "9004-54-0");
        var request = drafted(cro, unit, wish);
        api.put(unit, "/requests/" + request, wish).expect(200);

        mandating.revoke(unit, mandate).expect(200);

        assertThat(api.get(cro, "/requests/" + request).code()).isEqualTo("not-found");
        assertThat(api.get(cro, "/requests/" + request + "/clock").code()).isEqualTo("not-found");
        assertThat(api.get(cro, "/requests/" + request + "/duplicates").code())
                .isEqualTo("not-found");
        assertThat(api.put(cro, "/requests/" + request, wish).code()).isEqualTo("not-found");
        for (var move : List.of("submission", "withdrawal", "supplement")) {
            assertThat(api.move(cro, request, move).code()).isEqualTo("not-found");
        }
        assertThat(api.draft(cro, onBehalfOf(unit, wish)).code()).isEqualTo("no-mandate");
        assertThat(ids(api.get(cro, "/requests?limit=100"))).doesNotContain(request);
        assertThat(api.get(unit, "/requests/" + request).expect(200).text("agent"))
                .as("who drafted it stays known")
                .isEqualTo(cro.organisation());
        api.move(unit, request, "submission").expect(200);
    }

    @Test
    void actsForNobodyWhileItIsSuspended() {
        var unit = table.enterprise("示例托辛（虚构）");
        var cro = table.enterprise("示例研辛（虚构）");
        mandating.give(unit, cro, "DRAFT", "SUBMIT");
        var wish = onBehalfOf(unit, draft("Dextran", "9004-54-0"));
        var request = api.draft(cro, wish).expect(201).text("id");

        registry.change(id(cro), "示例研辛（虚构）", "ENTERPRISE", "120116", "SUSPENDED");

        await().untilAsserted(
                        () ->
                                assertThat(api.move(cro, request, "submission?dryRun=true").code())
                                        .isEqualTo("agent-not-active"));
        assertThat(api.move(cro, request, "submission").expect(403).code())
                .isEqualTo("agent-not-active");
        assertThat(api.draft(cro, wish).expect(403).code()).isEqualTo("agent-not-active");
        assertThat(api.get(cro, "/requests/" + request).expect(200).body().path("allowed"))
                .isEmpty();
        assertThat(mandating.tryToGive(unit, Mandating.form(cro, "READ")).expect(422).faults())
                .containsExactly("/agent agent-not-active");
        api.move(unit, request, "submission").expect(200);
    }

    /** Each line names its unit by itself; what one may not does not hold up the others. */
    @Test
    void draftsManyForSeveralUnits() {
        var first = table.enterprise("示例托壬（虚构）");
        var second = table.enterprise("示例托癸（虚构）");
        var cro = table.enterprise("示例研壬（虚构）");
        mandating.give(first, cro, "DRAFT");
        var wish = draft("Dextran", "9004-54-0");

        var answers =
                new Uploads(port)
                        .lines(
                                cro,
                                List.of(onBehalfOf(first, wish), onBehalfOf(second, wish), wish));

        assertThat(answers)
                .extracting(line -> line.path("status").asInt())
                .containsExactly(201, 403, 201);
        assertThat(answers.get(0).at("/request/organisation").asString()).isEqualTo(id(first));
        assertThat(answers.get(0).at("/request/agent").asString()).isEqualTo(id(cro));
        assertThat(answers.get(1).at("/problem/code").asString()).isEqualTo("no-mandate");
        assertThat(answers.get(2).at("/request/organisation").asString()).isEqualTo(id(cro));
        assertThat(answers.get(2).at("/request/agent").isNull()).isTrue();
    }

    /** A request never changes hands. */
    @Test
    void namesTheUnitOnlyWhereItBegins() {
        var unit = table.enterprise("示例托子（虚构）");
        var wish = draft("Dextran", "9004-54-0");
        var request = table.request(unit, wish, "DRAFT");

        assertThat(
                        api.put(unit, "/requests/" + request, onBehalfOf(unit, wish))
                                .expect(400)
                                .faults())
                .containsExactly("/onBehalfOf unknown-field");
        assertThat(
                        api.draft(unit, onBehalfOf(unit, wish))
                                .expect(201)
                                .body()
                                .path("agent")
                                .isNull())
                .as("whoever names their own organisation drafts for themselves")
                .isTrue();
    }

    /** Who did it for whom by which right, in what stays inside. */
    @Test
    void isToldInTheAudit() {
        var unit = table.enterprise("示例托丑（虚构）");
        var cro = table.enterprise("示例研丑（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT", "SUBMIT");
        var wish = draft("Dextran", "9004-54-0");
        var request = drafted(cro, unit, wish);
        api.put(cro, "/requests/" + request, wish).expect(200);
        api.move(cro, request, "submission").expect(200);
        api.move(table.intake(), request, "acceptance").expect(200);
        api.move(unit, request, "withdrawal").expect(200);
        var auditor = new Officer("auditor-1", null, Set.of("AUDITOR"));

        var acts =
                api.get(auditor, "/audit?limit=100&subject=" + request)
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(act -> !act.path("type").asString().endsWith("audit-read.v1"))
                        .map(act -> act.path("privatePart"))
                        .toList();

        var byCro = "%s for %s by %s".formatted(id(cro), id(unit), mandate);
        assertThat(acts)
                .extracting(AgentTests::whom)
                .containsExactly(
                        byCro,
                        byCro,
                        byCro,
                        "%s for %s by null".formatted(id(table.intake()), id(unit)),
                        "%s for %s by null".formatted(id(unit), id(unit)));
        assertThat(acts)
                .extracting(act -> act.path("actor").asString())
                .startsWith(cro.subject(), cro.subject(), cro.subject());
        assertThat(events.valuesOf(request, RequestSubmitted.class))
                .as("outside it is the unit's")
                .allSatisfy(value -> assertThat(value).doesNotContain(id(cro)));
    }

    private static String whom(JsonNode part) {
        var whom = part.at("/after/actedFor");
        return "%s for %s by %s"
                .formatted(
                        whom.path("organisation").asString(),
                        whom.path("unit").asString(),
                        whom.path("mandate").isNull() ? null : whom.path("mandate").asString());
    }

    private String drafted(Officer cro, Officer unit, Map<String, Object> wish) {
        return api.draft(cro, onBehalfOf(unit, wish)).expect(201).text("id");
    }

    private static List<String> ids(Answer page) {
        return page.expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
