package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who recognised, who rejected and why: asked by an auditor, an agency, the applicant. */
class AuditScenarioTests extends ServiceTestBase {

    private final Officer auditor = new Officer("auditor-1", null, Set.of("AUDITOR"));

    @Test
    void tellsTheAuditorWhoRecognised() {
        var a = table.enterprise("示例审计甲（虚构）");
        var request = table.request(a, draft("Dextran", "9004-54-0"), "RECOGNISED");

        await().untilAsserted(
                        () -> {
                            var last = acts(request).getLast();
                            assertThat(last.path("type").asString())
                                    .isEqualTo("org.whitelane.whitelist.request-recognised.v1");
                            assertThat(last.at("/privatePart/actor").asString())
                                    .isEqualTo(table.office().subject());
                            assertThat(last.at("/privatePart/before/status").asString())
                                    .isEqualTo("JOINT_REVIEW");
                            assertThat(last.at("/privatePart/after/status").asString())
                                    .isEqualTo("RECOGNISED");
                            assertThat(last.path("entryProof").asString()).isEqualTo("HOLDS");
                            assertThat(last.at("/privatePart/proof").asString()).isEqualTo("HOLDS");
                        });
        assertThat(acts(request).getFirst().at("/privatePart/actor").asString())
                .as("also what publishes nothing, such as the draft")
                .isEqualTo(a.subject());
    }

    @Test
    void tellsTheAuditorWhoAndTheAgencyWhatTheEventTells() {
        var a = table.enterprise("示例审计乙（虚构）");
        var request = table.request(a, draft("Mannitol", "69-65-8"), "JOINT_REVIEW");
        api.post(
                        table.office(),
                        "/requests/" + request + "/rejection",
                        Map.of("reason", "no cold chain", "remedy", "appeal in 60 days"))
                .expect(200);

        assertThat(acts(request).getLast().at("/privatePart/reason").asString())
                .isEqualTo("no cold chain");

        var path = "/history?subject=" + request;
        var history = api.get(table.reviewer("CUSTOMS"), path).expect(200);
        assertThat(history.body().path("items").valueStream().map(i -> i.path("type").asString()))
                .last()
                .isEqualTo("org.whitelane.whitelist.request-rejected.v1");
        assertThat(history.body().path("items").valueStream().map(i -> i.at("/data/reason")))
                .last()
                .extracting(JsonNode::asString)
                .as("what the applicant is told")
                .isEqualTo("no cold chain");
        assertThat(history.raw().body())
                .doesNotContain("privatePart")
                .doesNotContain("\"" + table.office().subject() + "\"")
                .doesNotContain("audit-read");
        var stranger = table.enterprise("示例审计丙（虚构）");
        assertThat(api.get(stranger, path).code()).isEqualTo("not-found");
        assertThat(api.get(a, path).code())
                .as("the opinions' number and days are the table's business")
                .isEqualTo("not-found");
        assertThat(api.get(a, "/audit?subject=" + request).status()).isEqualTo(403);
    }

    /** What was done, without who looked at it. */
    private List<JsonNode> acts(String subject) {
        return api.get(auditor, "/audit?limit=100&subject=" + subject)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> !item.path("type").asString().endsWith("audit-read.v1"))
                .toList();
    }
}
