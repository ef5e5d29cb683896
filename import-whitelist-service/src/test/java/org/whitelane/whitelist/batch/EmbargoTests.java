package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Nothing is seen before the set time, and everything after it, without anybody's doing. */
class EmbargoTests extends ServiceTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void opensByItselfAtTheSetTimeAndNotBefore() {
        var batches = new BatchTable(api, "TJ-2022", table.office());
        var unit = table.enterprise("示例禁发（虚构）");
        var request = table.request(unit, draft("Dextran", "9004-54-0"), "RECOGNISED");
        var batch = batches.signed(request);

        // far away: however slow this machine is, it is before
        schedule(batches, batch, Duration.ofHours(1)).expect(200);
        assertThat(shown(batch).text("status")).isEqualTo("SCHEDULED");
        assertThat(batches.publish(batch).status()).as("sealed").isEqualTo(409);
        assertThat(seen(request, batch)).as("before").containsOnly(false);
        assertThat(api.get(unit, "/requests/" + request).text("status")).isEqualTo("RECOGNISED");
        api.post(table.office(), "/batches/" + batch + "/recall", Map.of("reason", "a test"))
                .expect(200);

        var lead = Duration.ofSeconds(1);
        var answer = schedule(batches, batch, lead);
        while (answer.status() == 422) {
            // this machine took longer to ask than the time lay ahead
            lead = lead.multipliedBy(2);
            answer = schedule(batches, batch, lead);
        }
        var release = Instant.parse(answer.expect(200).text("releaseAt"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shown(batch).text("status")).isEqualTo("PUBLISHED"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(seen(request, batch)).as("after").containsOnly(true));
        var step = shown(batch).body().path("steps").valueStream().toList().getLast();
        assertThat(step.path("action").asString()).isEqualTo("RELEASE");
        assertThat(Instant.parse(step.path("at").asString())).isAfterOrEqualTo(release);
        assertThat(events.typesOf(batch)).containsExactly("BatchPublished");
    }

    /** Where it would be seen: the full list, the masked one's batch, the entries, the topics. */
    private List<Boolean> seen(String request, String batch) {
        var customs = new Imports(api, table).customs();
        var full = Download.of(port, customs, "/customs/TJ-2022/list").expect(200).text();
        var batches = api.get(null, "/public/TJ-2022/batches?limit=1").expect(200);
        return List.of(
                full.contains(request),
                batches.raw().body().contains(batch),
                !shown(batch).body().path("entries").isEmpty(),
                events.typesOf(request).contains("RequestPublished"),
                !events.of(batch).isEmpty());
    }

    private Answer schedule(BatchTable batches, String batch, Duration lead) {
        return api.post(
                batches.second(),
                "/batches/" + batch + "/schedule",
                Map.of("releaseAt", Instant.now().plus(lead).toString()));
    }

    private Answer shown(String batch) {
        return api.get(table.office(), "/batches/" + batch).expect(200);
    }
}
