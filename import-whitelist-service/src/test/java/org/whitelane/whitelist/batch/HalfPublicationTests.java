package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Sabotage;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.util.List;
import java.util.function.Supplier;

/**
 * All of a publication or nothing: each of its steps is made to fail on the real database. What
 * appears together is the number, the list, the diff, the requests' status and every event.
 */
@Tag("slow")
class HalfPublicationTests extends ServiceTestBase {

    private static final String PUBLISHED = "new.status = 'PUBLISHED'";

    @Test
    void leavesNothingBehindWhicheverStepFails() {
        var batches = new BatchTable(api, "TJ-2022", table.office());
        var unit = table.enterprise("示例半途（虚构）");
        var request =
                table.request(
                        unit,
                        draft(article("Sucrose", "57-50-1"), article("Glycine", "56-40-6")),
                        "RECOGNISED");
        var batch = batches.signed(request);
        var version = api.get(table.office(), "/batches/" + batch).text("version");
        var last = lastNumber();

        for (var step : steps(batch)) {
            try (var _ = step.get()) {
                assertThat(batches.publish(batch).status()).isGreaterThanOrEqualTo(500);
            }
            // a dropped connection is noticed and replaced by the next who asks
            await().untilAsserted(() -> assertNothing(batch, request, version, last));
        }
        assertThat(events.of(batch)).isEmpty();

        var published = batches.publish(batch).expect(201);
        assertThat(published.body().path("number").asInt()).as("no gap").isEqualTo(last + 1);
        assertThat(published.body().path("entries")).hasSize(2);
        assertThat(published.body().at("/changes/added")).hasSize(2);
        await().untilAsserted(() -> assertThat(events.of(batch)).hasSize(1));
        var told = (BatchPublished) events.of(batch).getFirst();
        assertThat(told.number()).isEqualTo(last + 1);
        for (var entry : told.entryIds()) {
            await().untilAsserted(
                            () ->
                                    assertThat(events.typesOf(entry))
                                            .containsExactly("EntryActivated"));
        }
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .endsWith("RequestPublished")
                                        .containsOnlyOnce("RequestPublished"));
    }

    /** In the order of the publication, to its commit. */
    private static List<Supplier<Sabotage>> steps(String batch) {
        return List.of(
                () -> Sabotage.raising("batch_counter", "before insert or update", "true"),
                () -> Sabotage.raising("request", "before update", PUBLISHED),
                () -> journal("request-published"),
                () -> Sabotage.raising("batch", "after insert", "true"),
                () -> Sabotage.raising("entry", "before insert", "new.sequence = 2"),
                () -> Sabotage.raising("batch_change", "after insert", "true"),
                () -> journal("batch-published"),
                () -> journal("entry-activated"),
                () ->
                        Sabotage.raising(
                                "batch_place", "before delete", "old.batch = '" + batch + "'"),
                () -> Sabotage.raising("batch_room", "after update", PUBLISHED),
                () -> Sabotage.raising("batch", "after insert at commit", "true"),
                () -> Sabotage.hangingUp("entry", "before insert", "new.sequence = 2"),
                () -> Sabotage.hangingUp("batch_room", "after update", PUBLISHED),
                () -> Sabotage.hangingUp("batch", "after insert at commit", "true"));
    }

    private static Sabotage journal(String event) {
        return Sabotage.raising(
                "journal_entry", "before insert", "new.type like '%" + event + ".v1'");
    }

    private void assertNothing(String batch, String request, String version, int last) {
        var room = api.get(table.office(), "/batches/" + batch).expect(200);
        assertThat(room.text("status")).isEqualTo("SIGNED");
        assertThat(room.text("version")).isEqualTo(version);
        assertThat(room.body().path("entries")).isEmpty();
        assertThat(room.body().at("/changes/added")).isEmpty();
        assertThat(api.get(table.office(), "/requests/" + request).text("status"))
                .isEqualTo("RECOGNISED");
        assertThat(lastNumber()).isEqualTo(last);
        var customs = new Imports(api, table).customs();
        assertThat(Download.of(port, customs, "/customs/TJ-2022/list").expect(200).text())
                .doesNotContain(request);
    }

    private int lastNumber() {
        return api.get(null, "/public/TJ-2022/batches?limit=1")
                .expect(200)
                .body()
                .at("/items/0/number")
                .asInt(0);
    }
}
