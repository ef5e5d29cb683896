package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.events.RequestEvent.RequestRecommended;
import org.whitelane.events.RequestEvent.RequestRejected;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Beijing's scheme through the same code as Tianjin's, by HTTP and topics only: what differs is
 * said in its file.
 */
class SecondSchemeScenarioTests extends ServiceTestBase {

    private static final String SCHEME = "BJ-2022";

    private Table beijing;

    @BeforeEach
    void seat() {
        beijing = new Table(api, registry, Fixtures.beijing());
    }

    @Test
    void takesARequestThroughTwoLevelsToTheList() {
        var unit = beijing.enterprise("示例海淀（虚构）", "110108");
        var request = beijing.request(unit, draft("Dextran", "9004-54-0"), "SUBMITTED");
        takesInAtTheDistrict(request);
        recommendsBeforeTheReview(unit, request);
        isJudgedByItsOwnMembers(request);

        var batch = api.publishUnder(SCHEME, beijing.office(), request).expect(201);

        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .containsExactly(
                                                "RequestSubmitted",
                                                "RequestAccepted",
                                                "RequestRecommended",
                                                "JointReviewOpened",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "RequestRecognised",
                                                "RequestPublished"));
        assertThat(events.of(request).get(2))
                .isInstanceOfSatisfying(
                        RequestRecommended.class,
                        recommended ->
                                assertThat(recommended.agencyRole()).isEqualTo("S_AND_T_HAIDIAN"));
        holdsTheEntry(unit, batch.text("id"));
    }

    private void takesInAtTheDistrict(String request) {
        var lead = new Officer("lead", id(beijing.office()), Set.of("INTAKE_OFFICER"));
        assertThat(api.move(lead, request, "acceptance").code()).isEqualTo("duty-missing");
        api.move(beijing.intake(), request, "acceptance").expect(200);
        // the other city's agencies sit at another table
        assertThat(api.get(table.office(), "/requests/" + request).status()).isEqualTo(404);
    }

    private void recommendsBeforeTheReview(Officer unit, String request) {
        assertThat(api.move(beijing.office(), request, "joint-review").code())
                .isEqualTo("recommendation-missing");
        var due = api.get(unit, "/requests/" + request).body().path("progress");
        assertThat(due.path("recommendationDue").path("defaulted").asBoolean()).isTrue();
        assertThat(due.path("recommendationDue").path("basis").asString()).contains("Art. 43");
        assertThat(allowed(beijing.office(), request)).doesNotContain("open-joint-review");
        assertThat(allowed(beijing.district(), request))
                .containsExactlyInAnyOrder("recommend", "refuse-recommendation");

        var recommended = api.move(beijing.district(), request, "recommendation").expect(200);

        assertThat(recommended.text("status")).isEqualTo("RECOMMENDED");
        assertThat(recommended.body().path("progress").path("recommendedOn").isNull()).isFalse();
        api.move(beijing.office(), request, "joint-review").expect(200);
    }

    private void isJudgedByItsOwnMembers(String request) {
        assertThat(api.opine(beijing.district(), request, "AGREE").status()).isEqualTo(403);
        for (var role : List.of("MPA", "S_AND_T", "ECON_INFO", "COMMERCE", "CUSTOMS")) {
            assertThat(api.move(beijing.office(), request, "recognition").code())
                    .isEqualTo("opinions-missing");
            api.opine(beijing.reviewer(role), request, "AGREE").expect(200);
        }
        api.move(beijing.office(), request, "recognition").expect(200);
    }

    private void holdsTheEntry(Officer unit, String batch) {
        await().untilAsserted(() -> assertThat(events.of(batch)).hasSize(1));
        var published = (BatchPublished) events.of(batch).getFirst();
        assertThat(published.schemeNameEn()).contains("Beijing");
        var entry = published.entryIds().getFirst();
        await().untilAsserted(() -> assertThat(events.of(entry)).hasSize(1));
        assertThat(events.of(entry).getFirst())
                .isInstanceOfSatisfying(
                        EntryActivated.class,
                        activated -> {
                            assertThat(activated.scheme()).isEqualTo(SCHEME);
                            assertThat(activated.entryNumber()).startsWith(SCHEME + "-B");
                            assertThat(activated.waivedDocuments()).containsExactly("Q");
                            assertThat(activated.validTo()).isNull();
                        });
        var number = api.get(unit, "/entries/" + entry).expect(200).text("entryNumber");
        assertThat(publicNumbers(SCHEME)).contains(number);
        assertThat(publicNumbers("TJ-2022")).doesNotContain(number);
    }

    /** Same unit, same articles, two schemes: the files decide. */
    @Test
    void admitsByItsOwnRules() {
        var elsewhere = beijing.enterprise("示例朝阳（虚构）", "110105");
        var sale = new HashMap<>(article("Mannitol", "69-65-8"));
        sale.put("use", "SALE");

        assertThat(submit(elsewhere, draftUnder(SCHEME, article("Mannitol", "69-65-8")))).isEmpty();
        assertThat(submit(elsewhere, draftUnder("TJ-2022", article("Mannitol", "69-65-8"))))
                .containsExactly(" registered-in-area");
        assertThat(submit(elsewhere, draftUnder(SCHEME, sale)))
                .as("what is forbidden by name is not told a second time as not admitted")
                .containsExactly("/articles/0/use forbidden-use");
        assertThat(submit(elsewhere, draftUnder("TJ-2022", sale)))
                .containsExactly("/articles/0/use use-in-scope", " registered-in-area");
    }

    @Test
    void endsARequestThatTheDistrictDoesNotRecommend() {
        var unit = beijing.enterprise("示例昌平（虚构）", "110114");
        var request = beijing.request(unit, draft("Sorbitol", "50-70-4"), "ACCEPTED");

        api.post(
                        beijing.district(),
                        "/requests/" + request + "/recommendation-refusal",
                        Map.of("reason", "no project", "remedy", "appeal in 60 days"))
                .expect(200);

        var seen = api.get(unit, "/requests/" + request).expect(200);
        assertThat(seen.text("status")).isEqualTo("REJECTED");
        assertThat(seen.body().path("progress").path("reason").asString()).isEqualTo("no project");
        await().untilAsserted(
                        () ->
                                assertThat(events.of(request).getLast())
                                        .isInstanceOfSatisfying(
                                                RequestRejected.class,
                                                rejected ->
                                                        assertThat(rejected.remedy())
                                                                .isEqualTo("appeal in 60 days")));
    }

    @Test
    void publishesNoRequestOfTheOtherScheme() {
        var unit = beijing.enterprise("示例大兴（虚构）", "110115");
        var request = beijing.request(unit, draft("Trehalose", "99-20-7"), "RECOGNISED");

        assertThat(api.publish(table.office(), request).status()).isIn(404, 409, 422);
        assertThat(api.get(unit, "/requests/" + request).text("status")).isEqualTo("RECOGNISED");
    }

    private static Map<String, Object> draft(String nameEn, String casNumber) {
        return draftUnder(SCHEME, article(nameEn, casNumber));
    }

    /** The faults; none when it was submitted. */
    private List<String> submit(Officer unit, Map<String, Object> draft) {
        var id = api.draft(unit, draft).expect(201).text("id");
        return api.move(unit, id, "submission").faults();
    }

    private List<String> allowed(Officer officer, String request) {
        return api.get(officer, "/requests/" + request)
                .expect(200)
                .body()
                .path("allowed")
                .valueStream()
                .map(action -> action.asString())
                .toList();
    }

    private List<String> publicNumbers(String scheme) {
        return api.get(null, "/public/" + scheme + "/entries?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("entryNumber").asString())
                .toList();
    }
}
