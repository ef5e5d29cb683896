package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.approval.ApprovalApi.anApproval;
import static org.whitelane.approval.ApprovalApi.correction;
import static org.whitelane.approval.ApprovalApi.ground;
import static org.whitelane.approval.ApprovalApi.ids;
import static org.whitelane.approval.ApprovalApi.query;
import static org.whitelane.approval.ApprovalApi.with;
import static org.whitelane.approval.ApprovalApi.withProduct;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.events.ApprovalEvent.IndCorrected;
import org.whitelane.events.ApprovalEvent.IndRevoked;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** What is wrong in the register is put right before everybody's eyes, and nothing vanishes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class AmendmentTests {

    @LocalServerPort private int port;
    private ApprovalApi api = new ApprovalApi(0);

    @BeforeEach
    void connect() {
        api = new ApprovalApi(port);
    }

    @Test
    void aCorrectedRecordShowsTheRightFactsAndThatItWasCorrected() {
        var facts = anApproval();
        var id = api.recorded(facts);

        var corrected =
                api.amend(id, "correction", correction(withProduct(facts, "sponsor", "更正有限公司")));

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.headers().firstValue("ETag")).contains("\"2\"");
        var shown = api.get(ApprovalApi.PATH + "/" + id).body();
        assertThat(shown).isEqualTo(corrected.body());
        assertThat(shown.at("/product/sponsor").asString()).isEqualTo("更正有限公司");
        assertThat(shown.path("status").asString()).isEqualTo("RECORDED");
        assertThat(shown.at("/amendments/0/kind").asString()).isEqualTo("CORRECTION");
        assertThat(shown.at("/amendments/0/reason").asString())
                .isEqualTo("the announcement was misread");
        assertThat(ids(api.list(query("sponsor", "更正有限公司")))).containsExactly(id);
    }

    @Test
    void eachAmendmentNamesTheStatementThatItSupersedes() {
        var facts = anApproval();
        var id = api.recorded(facts);
        var second = withProduct(facts, "nameZh", "第二片");
        api.amend(id, "correction", correction(second));
        api.amend(id, "correction", correction(withProduct(second, "nameZh", "第三片")));
        var revoked =
                api.amend(
                        id,
                        "revocation",
                        with(ground(), "revokedOn", Map.of("value", "2026-01", "source", "CDE")));
        assertThat(revoked.body().path("status").asString()).isEqualTo("REVOKED");

        try (var topic = new PublishedInds()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> of(topic.all(), id).size() == 4);
            var events = of(topic.all(), id);
            var corrected = (IndCorrected) events.get(1).data();
            assertThat(corrected.product().nameZh()).isEqualTo("第二片");
            assertThat(corrected.supersedes()).isEqualTo(statement(events.get(0)));
            assertThat(((IndCorrected) events.get(2).data()).supersedes())
                    .isEqualTo(statement(events.get(1)));
            var gone = (IndRevoked) events.get(3).data();
            assertThat(gone.supersedes()).isEqualTo(statement(events.get(2)));
            assertThat(Objects.requireNonNull(gone.revokedOn()).value()).isEqualTo("2026-01");
        }
    }

    @Test
    void aNumberThatWasWrongIsFreeAgain() {
        var wrong = anApproval();
        var id = api.recorded(wrong);
        var right = with(wrong, "acceptanceNumber", anApproval().get("acceptanceNumber"));

        assertThat(api.amend(id, "correction", correction(right)).status()).isEqualTo(200);
        assertThat(api.record(wrong).status()).isEqualTo(201);
        var back = api.amend(id, "correction", correction(wrong));
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.code()).isEqualTo("acceptance-number-taken");
    }

    @Test
    void whatCannotBeRightIsRefusedWithItsPlace() {
        var facts = with(anApproval(), "decidedOn", Map.of("value", "2025-05", "source", "s"));
        var id = api.recorded(facts);
        var early = Map.of("value", "2025-04", "source", "s");

        var correction = api.amend(id, "correction", correction(with(facts, "announcedOn", early)));
        assertThat(correction.status()).isEqualTo(422);
        assertThat(correction.faults())
                .containsExactly("/facts/announcedOn/value announced-before-decided");
        var revocation = api.amend(id, "revocation", with(ground(), "revokedOn", early));
        assertThat(revocation.status()).isEqualTo(422);
        assertThat(revocation.faults()).containsExactly("/revokedOn/value revoked-before-decided");
        var empty = api.amend(id, "correction", with(correction(facts), "reason", " "));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.faults()).containsExactly("/reason blank");
        assertThat(api.amend(id, "correction", correction(facts)).code())
                .isEqualTo("nothing-to-correct");
        assertThat(api.get(ApprovalApi.PATH + "/" + id).body().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsRevokedStaysSo() {
        var facts = anApproval();
        var id = api.recorded(facts);
        api.amend(id, "revocation", ground());

        for (var kind : List.of("revocation", "correction")) {
            var body = kind.equals("revocation") ? ground() : correction(anApproval());
            var again = api.amend(id, kind, body);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("revoked");
        }
        assertThat(ids(api.list("acceptanceNumber=" + facts.get("acceptanceNumber"))))
                .containsExactly(id);
    }

    @Test
    void onlyAStewardAmends() {
        var id = api.recorded(anApproval());

        assertThat(api.amend(id, "revocation", ground(), null).status()).isEqualTo(401);
        var auditor = Infra.issuer().token("a", "o", "AUDITOR", "OPERATOR");
        assertThat(api.amend(id, "revocation", ground(), auditor).status()).isEqualTo(403);
        var nowhere = api.amend(UUID.randomUUID().toString(), "revocation", ground());
        assertThat(nowhere.status()).isEqualTo(404);
    }

    @Test
    void ofTwoRecordsThatWantOneNumberOneGetsIt() throws Exception {
        var wanted = anApproval();
        var records = List.of(api.recorded(anApproval()), api.recorded(anApproval()));
        var barrier = new CyclicBarrier(records.size());

        try (var threads = Executors.newFixedThreadPool(records.size())) {
            var attempts =
                    threads.invokeAll(
                            records.stream()
                                    .<Callable<Integer>>map(
                                            id ->
                                                    () -> {
                                                        barrier.await();
                                                        return api.amend(
                                                                        id,
                                                                        "correction",
                                                                        correction(wanted))
                                                                .status();
                                                    })
                                    .toList());
            var statuses = List.of(attempts.get(0).get(), attempts.get(1).get());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    private static List<EventEnvelope<EventPayload>> of(
            List<EventEnvelope<EventPayload>> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }

    private static Supersedes statement(EventEnvelope<EventPayload> event) {
        return new Supersedes(event.id().toString(), event.type(), event.aggregateVersion());
    }
}
