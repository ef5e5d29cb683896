package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Mandating.onBehalfOf;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Uploads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CRO brings a unit's request into the review; the unit takes over and gets the right. */
class AgencyScenarioTests extends ServiceTestBase {

    @Test
    void aCroBeginsAndTheUnitEnds() {
        var unit = table.enterprise("示例委托单位（虚构）");
        var cro = table.enterprise("示例受托研究（虚构）");
        var mandate = new Mandating(api).give(unit, cro, "DRAFT", "SUBMIT");
        var wish = new HashMap<>(draft("Dextran", "9004-54-0"));
        wish.put(
                "project",
                Map.of(
                        "name", "示例委托项目（虚构）",
                        "stage", "PRECLINICAL",
                        "cro", String.valueOf(cro.organisation()),
                        "contractNumber", "2026-17"));

        var request = api.draft(cro, onBehalfOf(unit, wish)).expect(201).text("id");
        api.move(cro, request, "submission").expect(200);
        api.move(table.intake(), request, "acceptance").expect(200);
        api.move(table.office(), request, "joint-review").expect(200);
        askFor(request, "CUSTOMS", "the study plan");

        assertThat(needs(cro, request)).containsExactly("the study plan");
        new Uploads(port).attach(cro, request, "PROJECT_PLAN", Uploads.pdf(2_000, 5)).expect(201);
        var corrected = new HashMap<>(wish);
        corrected.put("responsiblePerson", "person-2");
        api.put(cro, "/requests/" + request, corrected).expect(200);
        api.move(cro, request, "supplement").expect(200);

        new Mandating(api).revoke(unit, mandate).expect(200);
        askFor(request, "MPA", "the unit's own word");
        assertThat(api.move(cro, request, "supplement").expect(404).code()).isEqualTo("not-found");
        assertThat(api.get(cro, "/requests/" + request).expect(404).code()).isEqualTo("not-found");
        api.move(unit, request, "supplement").expect(200);
        List.of("MPA", "S_AND_T", "COMMERCE", "CUSTOMS", "FTZ_COMMITTEE")
                .forEach(role -> api.opine(table.reviewer(role), request, "AGREE").expect(200));
        api.move(table.office(), request, "recognition").expect(200);
        var batch = api.publish(table.office(), request).expect(201);

        var shown = api.get(unit, "/requests/" + request).expect(200).body();
        assertThat(shown.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(shown.path("agent").asString()).isEqualTo(cro.organisation());
        assertThat(
                        shown.path("steps")
                                .valueStream()
                                .map(
                                        step ->
                                                step.path("action").asString()
                                                        + " "
                                                        + step.path("organisation").asString()))
                .containsExactly(
                        "submit " + cro.organisation(),
                        "supply " + cro.organisation(),
                        "supply " + unit.organisation());
        assertThat(shown.at("/steps/1/mandate").asString()).isEqualTo(mandate);
        assertThat(shown.at("/steps/2/mandate").isNull()).isTrue();
        var entry = batch.body().at("/entries/0/id").asString();
        assertThat(api.get(table.office(), "/entries/" + entry).expect(200).text("organisation"))
                .as("the right is the unit's")
                .isEqualTo(unit.organisation());
        api.get(unit, "/entries/" + entry).expect(200);
        assertThat(api.get(cro, "/entries/" + entry).code()).isEqualTo("not-found");
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .containsExactly(
                                                "RequestSubmitted",
                                                "RequestAccepted",
                                                "JointReviewOpened",
                                                "OpinionGiven",
                                                "SupplementRequested",
                                                "JointReviewResumed",
                                                "OpinionGiven",
                                                "SupplementRequested",
                                                "JointReviewResumed",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "RequestRecognised",
                                                "RequestPublished"));
    }

    private void askFor(String request, String role, String what) {
        api.post(
                        table.reviewer(role),
                        "/requests/" + request + "/opinions",
                        Map.of(
                                "opinion",
                                "NEED_MORE",
                                "reason",
                                "not complete",
                                "needs",
                                List.of(what)))
                .expect(200);
    }

    private List<String> needs(Officer officer, String request) {
        return api.get(officer, "/requests/" + request)
                .expect(200)
                .body()
                .at("/progress/needs")
                .valueStream()
                .map(need -> need.asString())
                .toList();
    }
}
