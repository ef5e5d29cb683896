package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an operator has decided about parked records holds through a rebuild. */
class RebuildParkingTests extends RebuildBench {

    @Test
    void whatWasDiscardedSkippedOrFailedStaysSo() throws Exception {
        var instance = instance();
        wire.send(
                Records.event("discarded-first", 1).value("{"),
                Records.event("discarded-first", 2),
                Records.event("discarded-later", 1),
                Records.event("discarded-later", 2).value("{"),
                Records.event("discarded-later", 3),
                Records.event("skipped-first", 3),
                Records.event("skipped-first", 4),
                Records.event("skipped-later", 1),
                Records.event("skipped-later", 4),
                Records.event("skipped-later", 5),
                Records.event("failed", 1),
                Records.event("failed", 2).value("{"),
                Records.event("failed", 3),
                Records.event("unordered", 2),
                Records.event("unordered", 1));
        await().atMost(Wire.SOON).until(() -> open(instance).size() == 10);
        var service = instance.getBean(ParkedService.class);
        for (var view : open(instance)) {
            if (view.aggregate().startsWith("discarded") && view.status() == Parked.Status.FAILED) {
                service.discard(view.id(), "a test", "officer-7", _ -> true);
            }
            if (Set.of("skipped-first 3", "skipped-later 4")
                    .contains(view.aggregate() + " " + view.version())) {
                service.skip(view.id(), "a test", "officer-7", _ -> true);
            }
        }
        assertState(instance);
        var failed = ids(instance);

        for (int round = 0; round < 2; round++) {
            askForRebuild(instance, "OPERATOR");
            awaitDone(instance);
            assertState(instance);
            assertThat(ids(instance)).as("the same records lie there").isEqualTo(failed);
        }

        wire.send(
                Records.event("discarded-first", 3),
                Records.event("skipped-first", 5),
                Records.event("skipped-later", 6));
        await().atMost(Wire.SOON)
                .untilAsserted(
                        () -> {
                            var effects = effects(instance);
                            assertThat(effects.versions("discarded-first")).containsExactly(2L, 3L);
                            assertThat(effects.versions("skipped-first"))
                                    .containsExactly(3L, 4L, 5L);
                            assertThat(effects.versions("skipped-later"))
                                    .containsExactly(1L, 4L, 5L, 6L);
                        });
    }

    private static void assertState(ConfigurableApplicationContext instance) {
        var effects = effects(instance);
        assertThat(effects.versions("discarded-first")).containsExactly(2L);
        assertThat(effects.versions("discarded-later")).containsExactly(1L, 3L);
        assertThat(effects.versions("skipped-first")).containsExactly(3L, 4L);
        assertThat(effects.versions("skipped-later")).containsExactly(1L, 4L, 5L);
        assertThat(effects.versions("failed")).containsExactly(1L);
        assertThat(effects.versions("unordered")).containsExactly(1L, 2L);
        assertThat(open(instance))
                .extracting(v -> v.aggregate() + " " + v.version() + " " + v.status())
                .containsExactly("failed 2 FAILED", "failed 3 WAITING");
    }

    private static List<UUID> ids(ConfigurableApplicationContext instance) {
        return open(instance).stream().map(ParkedView::id).toList();
    }

    private static List<ParkedView> open(ConfigurableApplicationContext instance) {
        return instance.getBean(ParkedList.class)
                .page(new ParkedList.Filter(CONSUMER, null, null, null), null, 100);
    }
}
