package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.whitelane.testing.Infra;

import java.util.Map;

class InboxWatchTests {

    /** As a test framework does with a context it keeps, or an operator with a paused instance. */
    @Test
    void startsAgainAfterAStop() throws Exception {
        var database = Infra.freshDatabase("inbox");
        try (var application = InboxTestApplication.start(database, "watched", Map.of())) {
            var watch = application.getBean(InboxWatch.class);
            watch.stop();
            assertThat(watch.isRunning()).isFalse();

            watch.start();

            assertThat(watch.isRunning()).isTrue();
            await().until(() -> watch.levels("watched").lag() >= 0);
        }
    }
}
