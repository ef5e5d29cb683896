package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.approval.ApprovalApi.anApproval;
import static org.whitelane.approval.ApprovalApi.ids;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.events.ApprovalEvent.IndRecorded;
import org.whitelane.testing.RealParts;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The register's story, through HTTP and the topic only. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class ApprovalScenarioTests {

    /**
     * Public announcements: acceptance, notice, decision, product, strength, sponsor, modality,
     * class, accepted, announced.
     */
    private static final String ANNOUNCED =
            """
            CXSL2200037|2022LP00550|IMPLIED|BC008抗体注射液||宝船生物医药科技（上海）有限公司|BIOLOGIC||2022-01-21|2022-04-02
            CXSL2500924|2026LP00112|APPROVED|B023细胞注射液||上海医药集团生物治疗技术有限公司|BIOLOGIC|1|2025-10-23|2026-01-20
            CXZL2400070|2025LP00084|APPROVED|LBZ-18||广州白云山汉方现代药业有限公司|TCM|1.2|2024-10-28|2025-01-09
            CXZL2400071|2025LP00085|APPROVED|LBZ-18口服乳||广州白云山汉方现代药业有限公司|TCM|1.2|2024-10-28|2025-01-09
            CXHL2500671|2025LP02497|APPROVED|LXH-1211片|0.5 mg|山东新华制药股份有限公司|CHEMICAL|1|2025-07|
            CXHL2500672|2025LP02498|APPROVED|LXH-1211片|1 mg|山东新华制药股份有限公司|CHEMICAL|1|2025-07|
            CXHL2500673|2025LP02499|APPROVED|LXH-1211片|2 mg|山东新华制药股份有限公司|CHEMICAL|1|2025-07|
            CXHL2500674|2025LP02500|APPROVED|LXH-1211片|5 mg|山东新华制药股份有限公司|CHEMICAL|1|2025-07|
            CXZL2300027||APPROVED|养阴舒肝颗粒||广州医药研究总院有限公司|TCM|1.1|2023-04-17|
            CXHL2300719||IMPLIED|LPC-006口溶膜||海南葫芦娃药业集团|CHEMICAL|2|2023-06-29|2023-09-21
            CXHL2300720||IMPLIED|LPC-006口溶膜||海南葫芦娃药业集团|CHEMICAL|2|2023-06-29|2023-09-21
            """;

    @LocalServerPort private int port;
    private ApprovalApi api = new ApprovalApi(0);

    @BeforeEach
    void connect() {
        api = new ApprovalApi(port);
    }

    @Test
    void recordsRealAnnouncementsAndTellsTheSuite() {
        var bodies = ANNOUNCED.lines().map(ApprovalScenarioTests::body).toList();

        var recorded = bodies.stream().map(api::recorded).toList();

        assertThat(ids(api.list("limit=11"))).containsExactlyElementsOf(recorded.reversed());
        try (var topic = new PublishedInds()) {
            await().until(() -> topic.of(recorded).size() >= recorded.size());
            var events = topic.of(recorded);
            assertThat(events)
                    .extracting(IndRecorded::registrationId)
                    .containsExactlyInAnyOrderElementsOf(recorded);
            events.forEach(
                    event ->
                            saysWhatTheRegisterSays(
                                    event,
                                    api.get(ApprovalApi.PATH + "/" + event.subject()).body()));
            assertThat(topic.all())
                    .filteredOn(event -> recorded.contains(event.subject()))
                    .allSatisfy(event -> assertThat(event.aggregateVersion()).isEqualTo(1))
                    .allSatisfy(
                            event -> assertThat(event.source()).isEqualTo("/whitelane/approval"));
        }
    }

    @Test
    void aWalkToTheEndSeesEveryRecordOnceWhileOthersAreAdded() {
        var before = IntStream.range(0, 7).mapToObj(unused -> api.recorded(anApproval())).toList();
        var walked = new ArrayList<String>();
        var query = "limit=3";
        for (boolean more = true; more; ) {
            var page = api.list(query);
            walked.addAll(ids(page));
            api.recorded(anApproval());
            more = !page.body().path("next").isNull();
            query = "limit=3&cursor=" + page.body().path("next").asString("");
        }

        assertThat(walked).doesNotHaveDuplicates().containsSubsequence(before.reversed());
        assertThat(walked.subList(0, before.size())).containsExactlyElementsOf(before.reversed());
        assertThat(api.list(query.replace("&cursor=", "")).body().path("items")).hasSize(3);
    }

    @Test
    void whatIsRefusedIsNotPublished() {
        var refused = anApproval();
        refused.put("acceptedOn", Map.of("value", "2024-07", "source", "announcement"));
        assertThat(api.record(refused).status()).isEqualTo(422);
        var later = api.recorded(anApproval());

        try (var topic = new PublishedInds()) {
            await().until(() -> !topic.of(List.of(later)).isEmpty());
            assertThat(topic.all())
                    .noneMatch(
                            event ->
                                    event.data() instanceof IndRecorded ind
                                            && ind.acceptanceNumber()
                                                    .equals(refused.get("acceptanceNumber")));
        }
    }

    private static void saysWhatTheRegisterSays(IndRecorded event, JsonNode view) {
        assertThat(event.acceptanceNumber()).isEqualTo(view.path("acceptanceNumber").asString());
        assertThat(event.noticeNumber()).isEqualTo(view.path("noticeNumber").asString(null));
        assertThat(event.decision()).isEqualTo(view.path("decision").asString());
        assertThat(event.product().nameZh()).isEqualTo(view.at("/product/nameZh").asString());
        assertThat(event.product().strength())
                .isEqualTo(view.at("/product/strength").asString(null));
        assertThat(event.product().registrationClass())
                .isEqualTo(view.at("/product/registrationClass").asString(null));
        var accepted = event.acceptedOn();
        assertThat(accepted == null ? null : accepted.value())
                .isEqualTo(view.at("/acceptedOn/value").asString(null));
        var announced = event.announcedOn();
        assertThat(announced == null ? null : announced.value())
                .isEqualTo(view.at("/announcedOn/value").asString(null));
        assertThat(event.decidedOn()).isNull();
    }

    private static Map<String, Object> body(String line) {
        var cells = line.split("\\|", -1);
        var product = new LinkedHashMap<String, Object>();
        put(product, "nameZh", cells[3]);
        put(product, "strength", cells[4]);
        put(product, "sponsor", cells[5]);
        put(product, "modality", cells[6]);
        put(product, "registrationClass", cells[7]);
        var body = new LinkedHashMap<String, Object>();
        put(body, "acceptanceNumber", cells[0]);
        put(body, "noticeNumber", cells[1]);
        put(body, "decision", cells[2]);
        body.put("product", product);
        putDate(body, "acceptedOn", cells[8]);
        putDate(body, "announcedOn", cells[9]);
        return body;
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }

    private static void putDate(Map<String, Object> body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, Map.of("value", value, "source", "public announcement"));
        }
    }
}
