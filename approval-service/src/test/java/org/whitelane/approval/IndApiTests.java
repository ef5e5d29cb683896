package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.approval.ApprovalApi.anApproval;
import static org.whitelane.approval.ApprovalApi.ids;
import static org.whitelane.approval.ApprovalApi.query;
import static org.whitelane.approval.ApprovalApi.steward;
import static org.whitelane.approval.ApprovalApi.with;
import static org.whitelane.approval.ApprovalApi.withProduct;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The edge of the register on a real database: who may, what is refused, what is found. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class IndApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD_DATE = "{\"value\":\"2025-07\",\"source\":\"announcement\"}";

    @LocalServerPort private int port;
    private ApprovalApi api = new ApprovalApi(0);

    @BeforeEach
    void connect() {
        api = new ApprovalApi(port);
    }

    @Test
    void answersWithTheRecordAndItsPlace() {
        var answer =
                api.record(
                        with(
                                anApproval(),
                                "acceptedOn",
                                Map.of("value", "2025-07", "source", "CDE")));

        assertThat(answer.status()).isEqualTo(201);
        var path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo(ApprovalApi.PATH + "/" + answer.body().path("id").asString());
        assertThat(api.get(path).body()).isEqualTo(answer.body());
        assertThat(answer.body().at("/acceptedOn/value").asString()).isEqualTo("2025-07");
        assertThat(answer.body().at("/product/registrationClass").isNull()).isTrue();
        assertThat(answer.body().propertyNames()).doesNotContain("recordedBy", "place");
    }

    @Test
    void recordsForStewardsOnly() {
        var body = JSON.writeValueAsString(anApproval());
        assertThat(api.post(body, null, "k").status()).isEqualTo(401);
        var issuer = Infra.issuer();
        assertThat(
                        api.post(body, issuer.token("a", "o", "APPLICANT_ADMIN", "AUDITOR"), "k")
                                .status())
                .isEqualTo(403);
        assertThat(api.post(body, issuer.expired("a", "o", "APPROVAL_STEWARD"), "k").status())
                .isEqualTo(401);
        assertThat(api.post(body, issuer.wrongKey("a", "o", "APPROVAL_STEWARD"), "k").status())
                .isEqualTo(401);
        assertThat(api.post(body, issuer.wrongIssuer("a", "o", "APPROVAL_STEWARD"), "k").status())
                .isEqualTo(401);
        assertThat(api.post(body, issuer.wrongAudience("a", "o", "APPROVAL_STEWARD"), "k").status())
                .isEqualTo(401);
        assertThat(api.post(body, issuer.unsigned("a", "o", "APPROVAL_STEWARD"), "k").status())
                .isEqualTo(401);
    }

    @Test
    void aNumberIsInTheRegisterOnce() {
        var first = with(anApproval(), "noticeNumber", "2025LP90001");
        api.recorded(first);

        var sameAcceptance = api.record(with(first, "noticeNumber", null));
        var sameNotice = api.record(with(anApproval(), "noticeNumber", "2025LP90001"));

        assertThat(sameAcceptance.status()).isEqualTo(409);
        assertThat(sameAcceptance.code()).isEqualTo("acceptance-number-taken");
        assertThat(sameNotice.status()).isEqualTo(409);
        assertThat(sameNotice.code()).isEqualTo("notice-number-taken");
        assertThat(sameNotice.body().path("detail").asString()).contains("2025LP90001");
    }

    @Test
    void ofManyAtOnceOneIsRecorded() throws Exception {
        var body = anApproval();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts =
                    threads.invokeAll(
                            java.util.Collections.nCopies(
                                    8, (Callable<Integer>) () -> api.record(body).status()));
            var statuses = new ArrayList<Integer>();
            for (var attempt : attempts) {
                statuses.add(attempt.get());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void oneProductMayHaveSeveralRecords() {
        var sponsor = "多规格示例（上海）有限公司";
        for (var strength : List.of("0.5 mg", "1 mg", "2 mg")) {
            api.recorded(
                    withProduct(
                            withProduct(anApproval(), "sponsor", sponsor), "strength", strength));
        }

        var found = api.list(query("sponsor", "多规格示例(上海)有限公司"));

        assertThat(found.body().path("items"))
                .extracting(item -> item.at("/product/strength").asString())
                .containsExactly("2 mg", "1 mg", "0.5 mg");
        assertThat(found.body().path("next").isNull()).isTrue();
    }

    @Test
    void findsByNumbers() {
        var body = with(anApproval(), "noticeNumber", "2025LP90002");
        var id = api.recorded(body);

        assertThat(
                        ids(
                                api.list(
                                        query(
                                                "acceptanceNumber",
                                                String.valueOf(body.get("acceptanceNumber"))))))
                .containsExactly(id);
        assertThat(ids(api.list(query("noticeNumber", "2025LP90002")))).containsExactly(id);
        assertThat(
                        ids(
                                api.list(
                                        query("noticeNumber", "2025LP90002")
                                                + "&"
                                                + query("sponsor", "别的公司"))))
                .isEmpty();
        assertThat(ids(api.list("acceptanceNumber=CXHL2599998"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acceptanceNumber=CXHL25, ?acceptanceNumber invalid-value",
        "noticeNumber=, ?noticeNumber invalid-value",
        "sponsor=%20, ?sponsor invalid-value",
        "sponsor=%07, ?sponsor invalid-value",
        "sponsor=a&sponsor=b, ?sponsor duplicate-parameter",
        "acceptanceNo=CXHL2500001, ?acceptanceNo unknown-parameter"
    })
    void refusesAFilterThatCannotBeMeant(String query, String fault) {
        var answer = api.list(query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/00000000-0000-0000-0000-000000000000", "/1-1-1-1-1", "/none", "/%20"})
    void whatIsNotThereIsNotFound(String path) {
        var answer = api.get(ApprovalApi.PATH + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void tellsEveryFaultOfABodyAtOnce() {
        var answer =
                api.post(
                        """
                        {"acceptanceNumber":"CXSL22","noticeNumber":"2022LP1","decision":"MAYBE","colour":"red",
                         "product":{"nameZh":" ","modality":"HERB","cellOrGeneTherapy":"yes","indications":["",7]},
                         "acceptedOn":{"value":"2025-02-30","source":"s"},
                         "decidedOn":{"value":"2025-13","source":"s"},
                         "announcedOn":{"value":"2025"}}\
                        """,
                        steward(),
                        "every-fault");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        "/acceptanceNumber acceptance-number",
                        "/noticeNumber notice-number",
                        "/decision unknown-value",
                        "/colour unknown-field",
                        "/product/nameZh blank",
                        "/product/sponsor required",
                        "/product/modality unknown-value",
                        "/product/cellOrGeneTherapy wrong-type",
                        "/product/indications/0 blank",
                        "/product/indications/1 wrong-type",
                        "/acceptedOn/value partial-date",
                        "/decidedOn/value partial-date",
                        "/announcedOn/value partial-date",
                        "/announcedOn/source required");
    }

    @Test
    void refusesFactsThatContradictEachOther() {
        var body =
                """
                {"acceptanceNumber":"CXHL2509002","decision":"APPROVED",
                 "product":{"nameZh":"示例片","sponsor":"示例医药有限公司","modality":"CHEMICAL","registrationClass":"9"},
                 "acceptedOn":%s,"decidedOn":{"value":"2025-06-30","source":"s"}}\
                """
                        .formatted(GOOD_DATE);

        var answer = api.post(body, steward(), UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("ind-refused");
        assertThat(answer.faults())
                .containsExactly(
                        "/decidedOn/value decided-before-accepted",
                        "/product/registrationClass registration-class-unknown");
        assertThat(ids(api.list("acceptanceNumber=CXHL2509002"))).isEmpty();
    }
}
