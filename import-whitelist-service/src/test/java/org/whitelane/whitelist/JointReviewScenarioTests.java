package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.whitelane.events.RequestEvent.JointReviewResumed;
import org.whitelane.events.RequestEvent.RequestRecognised;
import org.whitelane.events.RequestEvent.SupplementRequested;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.List;
import java.util.Map;

/** The joint review by HTTP and topics only: articles judged one by one, rounds, races. */
class JointReviewScenarioTests extends ServiceTestBase {

    @Test
    void publishesWhatIsRecognisedAfterASupplement() {
        var unit = table.enterprise("示例会审甲（虚构）");
        var request =
                table.request(
                        unit,
                        draft(article("Dextran", "9004-54-0"), article("Mannitol", "69-65-8")),
                        "JOINT_REVIEW");
        var customs = table.reviewer("CUSTOMS");
        opine(
                        request,
                        "CUSTOMS",
                        Map.of(
                                "opinion", "NEED_MORE",
                                "reason", "the report is missing",
                                "needs", List.of("the report")))
                .expect(200);

        var waiting = api.get(unit, "/requests/" + request).expect(200);
        assertThat(waiting.text("status")).isEqualTo("SUPPLEMENT");
        assertThat(waiting.body().at("/progress/needs/0").asString()).isEqualTo("the report");
        assertThat(waiting.raw().body()).doesNotContain("CUSTOMS");
        assertThat(api.move(table.office(), request, "recognition").code())
                .isEqualTo("illegal-move");

        api.move(unit, request, "supplement").expect(200);
        for (var role : Fixtures.AGENCIES) {
            opine(request, role, agreeing(role)).expect(200);
        }
        assertThat(api.move(table.office(), request, "recognition").code())
                .isEqualTo("not-all-agreed");
        api.post(
                        table.office(),
                        "/requests/" + request + "/recognition",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of(
                                                "article", 1,
                                                "outcome", "REFUSED",
                                                "reason", "customs does not agree"))))
                .expect(200);

        var batch = api.publish(table.office(), request).expect(201);
        assertThat(batch.body().path("entries")).hasSize(1);
        assertThat(api.get(customs, "/requests/" + request).body().path("opinions")).hasSize(6);
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .contains("RequestPublished")
                                        .containsSubsequence(
                                                "OpinionGiven",
                                                "SupplementRequested",
                                                "JointReviewResumed",
                                                "RequestRecognised"));
        tellsTheStory(request);
    }

    private void tellsTheStory(String request) {
        assertThat(events.of(request))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                SupplementRequested.class,
                                                asked ->
                                                        assertThat(asked.needs())
                                                                .containsExactly("the report")))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                JointReviewResumed.class,
                                                resumed ->
                                                        assertThat(resumed.opinionsSetAside())
                                                                .containsExactly("CUSTOMS")))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                RequestRecognised.class,
                                                recognised ->
                                                        assertThat(recognised.items())
                                                                .extracting(
                                                                        i -> i.outcome(),
                                                                        i -> i.conditions())
                                                                .containsExactly(
                                                                        tuple(
                                                                                "RECOGNISED",
                                                                                List.of(
                                                                                        "this office"
                                                                                            + " only")),
                                                                        tuple(
                                                                                "REFUSED",
                                                                                List.of()))));
    }

    @Test
    void assessesAUnitFromElsewhereFirst() {
        var beijing = new Table(api, registry, Fixtures.beijing());
        var elsewhere = beijing.enterprise("示例会审乙（虚构）", "110105");
        var request =
                beijing.request(
                        elsewhere,
                        draftUnder("BJ-2022", article("Dextran", "9004-54-0")),
                        "SUBMITTED");

        assertThat(api.move(beijing.intake(), request, "acceptance").expect(200).text("status"))
                .isEqualTo("AREA_ASSESSMENT");
        assertThat(api.move(beijing.office(), request, "admission").expect(200).text("status"))
                .isEqualTo("ACCEPTED");
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .containsExactly(
                                                "RequestSubmitted",
                                                "AreaAssessmentOpened",
                                                "RequestAccepted"));
    }

    @Test
    void tellsFaultsOfAnOpinionByTheirPlace() {
        var request =
                table.request(
                        table.enterprise("示例会审丙（虚构）"),
                        draft("Dextran", "9004-54-0"),
                        "JOINT_REVIEW");

        var answer =
                opine(
                        request,
                        "CUSTOMS",
                        Map.of(
                                "opinion",
                                "AGREE",
                                "items",
                                List.of(Map.of("article", 3, "opinion", "DISAGREE"))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.faults())
                .containsExactly("/items/0/article no-such-article", "/items/0/reason required");
    }

    @RepeatedTest(3)
    void letsAnAskOrTheRecognitionWin() {
        var request =
                table.request(
                        table.enterprise("示例会审丁（虚构）"), draft("Dextran", "9004-54-0"), "AGREED");

        var answers =
                Race.run(
                        () ->
                                opine(
                                        request,
                                        "CUSTOMS",
                                        Map.of("opinion", "NEED_MORE", "reason", "more")),
                        () -> api.move(table.office(), request, "recognition"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(Answer::code).contains("illegal-move");
    }

    @RepeatedTest(3)
    void takesNoOpinionOnWhatWasWithdrawn() {
        var unit = table.enterprise("示例会审戊（虚构）");
        var request = table.request(unit, draft("Dextran", "9004-54-0"), "JOINT_REVIEW");

        var answers =
                Race.run(
                        () -> api.move(unit, request, "withdrawal"),
                        () -> api.opine(table.reviewer("MPA"), request, "AGREE"));

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(answers.getLast().status()).isIn(200, 409);
        assertThat(api.get(unit, "/requests/" + request).text("status")).isEqualTo("WITHDRAWN");
        var opinions = answers.getLast().status() == 200 ? 1 : 0;
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .endsWith("RequestWithdrawn")
                                        .filteredOn("OpinionGiven"::equals)
                                        .hasSize(opinions));
    }

    private Answer opine(String request, String role, Map<String, Object> opinion) {
        return api.post(table.reviewer(role), "/requests/" + request + "/opinions", opinion);
    }

    private static Map<String, Object> agreeing(String role) {
        return role.equals("CUSTOMS")
                ? Map.of(
                        "opinion",
                        "AGREE",
                        "items",
                        List.of(
                                Map.of(
                                        "article",
                                        0,
                                        "opinion",
                                        "AGREE",
                                        "conditions",
                                        List.of("this office only")),
                                Map.of(
                                        "article", 1,
                                        "opinion", "DISAGREE",
                                        "reason", "not in the catalogue")))
                : Map.of("opinion", "AGREE");
    }
}
