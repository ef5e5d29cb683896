package org.whitelane.whitelist.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What waits for whom, over HTTP. */
class DeskTests extends ServiceTestBase {

    private static final int OFFICERS = 20;

    /** Off at a barrier, over real connections: nobody gets what somebody else gets. */
    @Test
    void givesTwentyOfficersTwentyDifferentCases() {
        var unit = table.enterprise("示例案甲（虚构）");
        for (var i = 0; i < OFFICERS; i++) {
            table.request(unit, draft("Dextran", "9004-54-0"), "SUBMITTED");
        }

        var answers =
                Race.run(
                        IntStream.range(0, OFFICERS)
                                .<Callable<Answer>>mapToObj(i -> () -> next(intake("intake-" + i)))
                                .toArray(DeskTests::callables));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(new HashSet<>(answers.stream().map(a -> a.text("request")).toList()))
                .hasSize(OFFICERS);
    }

    @Test
    void keepsWhatOneTookFromColleagues() {
        var unit = table.enterprise("示例案乙（虚构）");
        var request = table.request(unit, draft("Mannitol", "69-65-8"), "SUBMITTED");
        var first = intake("desk-first");
        var second = intake("desk-second");

        assertThat(take(first, request).expect(200).body().at("/claim/by").asString())
                .isEqualTo(first.subject());
        assertThat(take(second, request).code()).isEqualTo("claimed-by-colleague");
        assertThat(api.move(second, request, "acceptance").code())
                .isEqualTo("claimed-by-colleague");
        // whoever may not at all is told that first
        assertThat(api.move(table.office(), request, "acceptance").code())
                .isEqualTo("role-missing");
        assertThat(lines(second, "?claim=" + first.subject())).contains(request);
        assertThat(lines(second, "?claim=nobody&limit=100")).doesNotContain(request);

        api.post(
                        second,
                        "/desk/claims/" + request + "/reassignment",
                        Map.of("to", second.subject(), "reason", "on leave"))
                .expect(200);

        assertThat(api.move(first, request, "acceptance").code()).isEqualTo("claimed-by-colleague");
        api.move(second, request, "acceptance").expect(200);
        assertThat(lines(second, "?claim=me")).doesNotContain(request);
    }

    @Test
    void showsEachDeskItsOwnWork() {
        var unit = table.enterprise("示例案丙（虚构）");
        var request = table.request(unit, draft("Sorbitol", "50-70-4"), "JOINT_REVIEW");
        var customs = table.reviewer("CUSTOMS");
        var filter = "?limit=100&casNumber=50-70-4&organisation=" + unit.organisation();

        assertThat(lines(customs, filter)).containsExactly(request);
        assertThat(lines(table.office(), filter)).isEmpty();
        api.opine(customs, request, "AGREE").expect(200);
        assertThat(lines(customs, filter)).isEmpty();
        var counted =
                api.get(table.reviewer("MPA"), "/desk/counts").expect(200).body().path("desks");
        assertThat(counted.valueStream().map(d -> d.path("desk").asString())).contains("AGENCY");
        assertThat(api.get(unit, "/desk/assignments").status()).isEqualTo(403);
    }

    @Test
    void offersNobodyTheirOwnUnitsCase() {
        var own =
                new Officer("own", id(table.office()), Set.of("APPLICANT_ADMIN", "INTAKE_OFFICER"));
        var request = api.draft(own, draft("Xylitol", "87-99-0"));
        if (request.status() == 201) {
            assertThat(lines(own, "?limit=100")).doesNotContain(request.text("id"));
            assertThat(take(own, request.text("id")).code()).isEqualTo("not-waiting");
        }
    }

    /** Named by its id or by its code, as the project's owner or as its CRO. */
    @Test
    void offersNobodyACaseOfTheirOwnProject() {
        var unit = table.enterprise("示例案丁（虚构）");
        var customs = table.reviewer("CUSTOMS");
        var owned = project(unit, "owner", id(customs));
        var done = project(unit, "cro", id(customs).toUpperCase(Locale.ROOT));
        var coded = project(unit, "cro", Fixtures.CREDIT_CODE.toLowerCase(Locale.ROOT));
        var filter = "?limit=100&casNumber=87-99-0&organisation=" + unit.organisation();

        assertThat(lines(customs, filter)).isEmpty();
        assertThat(lines(table.reviewer("MPA"), filter)).containsExactlyInAnyOrder(owned, done);
        for (var request : List.of(owned, done, coded)) {
            assertThat(take(customs, request).code()).isEqualTo("not-waiting");
            assertThat(api.opine(customs, request, "AGREE").code()).isEqualTo("own-request");
            assertThat(api.get(customs, "/requests/" + request).expect(200).body().path("allowed"))
                    .isEmpty();
        }
        api.opine(table.reviewer("MPA"), owned, "AGREE").expect(200);
        // all agencies of the table share that code
        assertThat(api.opine(table.reviewer("MPA"), coded, "AGREE").code())
                .isEqualTo("own-request");
    }

    /** In joint review; the project becomes somebody's while a supplement is due. */
    private String project(Officer unit, String part, String organisation) {
        var draft = new HashMap<>(draft("Xylitol", "87-99-0"));
        var request = table.request(unit, draft, "JOINT_REVIEW");
        var reviewer = table.reviewer("COMMERCE");
        api.post(
                        reviewer,
                        "/requests/" + request + "/opinions",
                        Map.of("opinion", "NEED_MORE", "reason", "whose project is it?"))
                .expect(200);
        draft.put(
                "project",
                Map.of(
                        "name",
                        "示例他人项目（虚构）",
                        "stage",
                        "PRECLINICAL",
                        "contractNumber",
                        "contract-1",
                        part,
                        organisation));
        api.put(unit, "/requests/" + request, draft).expect(200);
        api.move(unit, request, "supplement").expect(200);
        return request;
    }

    private Answer next(Officer officer) {
        return api.post(officer, "/desk/claims", Map.of("desk", "INTAKE"));
    }

    private Answer take(Officer officer, String request) {
        return api.put(officer, "/desk/claims/" + request, Map.of());
    }

    private Officer intake(String subject) {
        return new Officer(subject, table.intake().organisation(), Set.of("INTAKE_OFFICER"));
    }

    private List<String> lines(Officer officer, String filter) {
        return api.get(officer, "/desk/assignments" + filter)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("request").asString())
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Callable<Answer>[] callables(int length) {
        return new Callable[length];
    }
}
