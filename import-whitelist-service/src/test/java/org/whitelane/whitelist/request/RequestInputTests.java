package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What comes in wrongly gets its own clear answer, and nothing is saved. */
class RequestInputTests extends ServiceTestBase {

    private static final String GOOD =
            """
            {"scheme": "TJ-2022", "kind": "NEW",
             "articles": [{"nameZh": "右旋糖酐", "nameEn": "Dextran", "casNumber": "9004-54-0",
               "hsCode": "3913900090", "specification": "R&D grade",
               "quantity": {"amount": "5000", "unit": "g"},
               "manufacturer": "Example Fine Chemicals", "manufacturerCountry": "DEU",
               "originCountry": "DEU", "use": "EXCIPIENT"}],
             "project": {"name": "Example", "stage": "PRECLINICAL"},
             "responsiblePerson": "person-1", "commitmentSignedOn": "2026-01-05"}
            """;

    private final Officer applicant =
            new Officer("applicant", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    9004-54-0"            | 9004-54-1"                | /articles/0/casNumber cas-number
                    "9004-54-0"           | 9004540                   | /articles/0/casNumber wrong-type
                    3913900090            | 39139000                  | /articles/0/hsCode hs-code
                    3913900090            | 7713900090                | /articles/0/hsCode hs-code
                    "5000"                | "0"                       | /articles/0/quantity/amount quantity-amount
                    "5000"                | "-1"                      | /articles/0/quantity/amount quantity-amount
                    "5000"                | "1e3"                     | /articles/0/quantity/amount quantity-amount
                    "5000"                | "0.0000001"               | /articles/0/quantity/amount quantity-amount
                    "5000"                | 5000                      | /articles/0/quantity/amount wrong-type
                    "g"                   | "mg"                      | /articles/0/quantity/unit quantity-unit
                    "originCountry": "DEU"| "originCountry": "DE"     | /articles/0/originCountry country-code
                    "EXCIPIENT"           | "excipient"               | /articles/0/use pattern
                    2026-01-05            | 2026-02-30                | /commitmentSignedOn
                    "NEW"                 | "OLD"                     | /kind
                    "Dextran"             | "  "                      | /articles/0/nameEn blank
                    "Dextran"             | null                      | /articles/0/nameEn required
                    "use": "EXCIPIENT"    | "use": "EXCIPIENT", "purpose": "x" | /articles/0/purpose unknown-field
                    "kind": "NEW"         | "kind": "NEW", "status": "RECOGNISED" | /status unknown-field
                    "kind": "NEW"         | "kind": "NEW", "kind": "NEW" | duplicate
                    """)
    void refusesAWrongFieldByItsPointer(String was, String becomes, String fault) {
        var refused = api.postRaw(applicant, "/requests", GOOD.replace(was, becomes));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().body()).contains(fault.split(" ", -1)[0]);
        if (fault.startsWith("/")) {
            assertThat(refused.faults()).singleElement().asString().startsWith(fault);
        }
        assertThat(api.get(applicant, "/requests").body().path("items")).isEmpty();
    }

    @Test
    void tellsEveryFaultAtOnce() {
        var refused =
                api.postRaw(
                        applicant,
                        "/requests",
                        """
                        {"articles": [{"casNumber": "9004-54-1", "quantity": {"unit": "oz"}, "colour": "red"}],
                         "commitmentSignedOn": "2026-13-01"}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.body().path("faults").valueStream())
                .extracting(f -> f.path("pointer").asString())
                .contains(
                        "/scheme",
                        "/kind",
                        "/project",
                        "/commitmentSignedOn",
                        "/articles/0/nameZh",
                        "/articles/0/nameEn",
                        "/articles/0/casNumber",
                        "/articles/0/hsCode",
                        "/articles/0/specification",
                        "/articles/0/quantity/amount",
                        "/articles/0/quantity/unit",
                        "/articles/0/manufacturer",
                        "/articles/0/manufacturerCountry",
                        "/articles/0/originCountry",
                        "/articles/0/use",
                        "/articles/0/colour");
    }

    @Test
    void refusesAnUnknownScheme() {
        var refused = api.postRaw(applicant, "/requests", GOOD.replace("TJ-2022", "TJ-2021"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/scheme unknown-scheme");
    }

    @Test
    void keepsOthersOut() {
        var auditor = new Officer("auditor", null, Set.of("AUDITOR"));
        var operator = new Officer("operator", null, Set.of("APPLICANT_ADMIN"));
        assertThat(api.postRaw(auditor, "/requests", GOOD).status()).isEqualTo(403);
        assertThat(api.postRaw(operator, "/requests", GOOD).code()).isEqualTo("role-missing");
        assertThat(api.get(null, "/requests").status()).isEqualTo(401);
        assertThat(api.get(applicant, "/requests/not-an-id").status()).isIn(400, 404);
    }

    @Test
    void refusesByRulesNamingThemAndTheVersion() {
        var a = table.enterprise("示例甲（虚构）");
        var body =
                GOOD.replace("\"originCountry\": \"DEU\"", "\"originCountry\": \"CHN\"")
                        .replace("EXCIPIENT", "CLINICAL_USE")
                        .replace(
                                "2026-01-05", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
        var request = api.postRaw(a, "/requests", body).expect(201).text("id");

        var refused = api.move(a, request, "submission");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("rule-refused");
        assertThat(refused.faults())
                .containsExactly(
                        "/articles/0/use use-in-scope",
                        "/articles/0/originCountry from-abroad",
                        "/commitmentSignedOn commitment");
        assertThat(refused.raw().body()).contains("Rule USE_IN_SCOPE of TJ-2022 version 1");
        assertThat(api.get(a, "/requests/" + request).text("status")).isEqualTo("DRAFT");
    }

    @Test
    void refusesAUnitFromElsewhere() {
        var elsewhere = registry.register("北京示例（虚构）", "ENTERPRISE", "110108");
        var applicant = new Officer("x", elsewhere, Set.of("APPLICANT_ADMIN"));
        var request = api.postRaw(applicant, "/requests", GOOD).expect(201).text("id");

        await().untilAsserted(
                        () -> {
                            var refused = api.move(applicant, request, "submission");
                            assertThat(refused.status()).isEqualTo(422);
                            assertThat(refused.faults()).containsExactly(" registered-in-area");
                        });
    }

    @Test
    void numbersRequestsReadably() {
        var draft = api.postRaw(applicant, "/requests", GOOD).expect(201);

        assertThat(draft.text("number")).matches("TJ-2022-20\\d\\d-\\d{6}");
        assertThat(draft.raw().headers().firstValue("Location"))
                .hasValue("/api/v1/whitelist/requests/" + draft.text("id"));
    }

    @Test
    void keepsDraftsInside() {
        var a = table.enterprise("示例乙（虚构）");
        var request = table.request(a, draft("Dextran", "9004-54-0"), "DRAFT");
        api.put(a, "/requests/" + request, draft("Dextran 40", "9004-54-0")).expect(200);
        assertThat(api.get(table.office(), "/requests/" + request).status()).isEqualTo(404);
        api.move(a, request, "withdrawal").expect(200);
        // an event of a later request is here: one of the draft would be too
        var later = table.request(a, draft("Glycine", "56-40-6"), "SUBMITTED");

        await().untilAsserted(() -> assertThat(events.of(later)).hasSize(1));
        assertThat(events.of(request)).isEmpty();
    }

    @Test
    void countsDueDatesInTheImportedCalendar() {
        var a = table.enterprise("示例丙（虚构）");
        var today = LocalDate.now(LegalDays.ZONE);
        var request = table.request(a, draft("Dextran", "9004-54-0"), "SUBMITTED");

        registry.importCalendar(today.getYear());
        registry.importCalendar(today.getYear() + 1);

        await().untilAsserted(
                        () -> {
                            var due =
                                    api.get(a, "/requests/" + request)
                                            .body()
                                            .path("progress")
                                            .path("acceptanceDue");
                            assertThat(due.path("provisional").asBoolean(true)).isFalse();
                            assertThat(due.path("defaulted").asBoolean()).isTrue();
                            assertThat(LocalDate.parse(due.path("on").asString()))
                                    .isAfter(today.plusDays(4));
                        });
    }

    @Test
    void saysWhatAnOfficerMayDoNext() {
        var a = table.enterprise("示例丁（虚构）");
        var request = table.request(a, draft("Dextran", "9004-54-0"), "SUBMITTED");

        assertThat(allowed(a, request)).containsExactly("withdraw");
        assertThat(allowed(table.intake(), request))
                .containsExactly("accept", "request-correction", "decline");
        assertThat(allowed(table.reviewer("CUSTOMS"), request)).isEmpty();
        var refused =
                api.post(
                        table.office(),
                        "/requests/" + request + "/rejection",
                        Map.of("reason", "x", "remedy", "y"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("illegal-move");
        assertThat(refused.text("detail")).contains("SUBMITTED", "accept", "withdraw");
    }

    @Test
    void listsToEachTheirOwn() {
        var a = table.enterprise("示例戊（虚构）");
        var b = table.enterprise("示例己（虚构）");
        var submitted = table.request(a, draft("Dextran", "9004-54-0"), "SUBMITTED");
        var drafted = table.request(a, draft("Glycine", "56-40-6"), "DRAFT");

        assertThat(ids(a, "/requests?limit=100&status=SUBMITTED")).containsExactly(submitted);
        assertThat(ids(a, "/requests?limit=100")).contains(submitted, drafted);
        assertThat(ids(b, "/requests?limit=100")).doesNotContain(submitted, drafted);
        assertThat(ids(table.office(), "/requests?limit=100&status=DRAFT")).doesNotContain(drafted);
        var page = api.get(a, "/requests?limit=1").expect(200);
        assertThat(page.text("next")).isNotEmpty();
        assertThat(api.get(b, "/requests?limit=1&cursor=" + page.text("next")).code())
                .isEqualTo("cursor-invalid");
        assertThat(api.get(a, "/requests?status=SOMEHOW").status()).isEqualTo(400);
    }

    private List<String> ids(Officer officer, String path) {
        return api.get(officer, path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
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
}
