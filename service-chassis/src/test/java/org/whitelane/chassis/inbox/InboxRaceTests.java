package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.testing.Infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Two instances of one consumer while partitions move between them. */
@Tag("slow")
class InboxRaceTests {

    private static final String CONSUMER = "raced";
    private static final int AGGREGATES = 30;

    @Test
    void appliesOnceAndInOrderWhileInstancesComeAndGo() throws Exception {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("inbox");
        var many = Map.of("whitelane.inbox.concurrency", "2", "whitelane.inbox.poll-records", "20");
        var version = new long[1];
        var sending = new AtomicBoolean(true);
        try (var wire = new Wire();
                var first = InboxTestApplication.start(database, CONSUMER, many)) {
            var writer =
                    Thread.ofPlatform()
                            .start(
                                    () ->
                                            version[0] =
                                                    writeWhile(
                                                            sending,
                                                            wire,
                                                            first.getBean(Effects.class)));
            for (int round = 0; round < 3; round++) {
                try (var second = InboxTestApplication.start(database, CONSUMER, many)) {
                    Wire.awaitHandled(second, 100);
                }
            }
            var second = InboxTestApplication.start(database, CONSUMER, many);
            sending.set(false);
            writer.join();
            Wire.awaitCaughtUp(first);
            second.close();

            var effects = first.getBean(Effects.class);
            var all = LongStream.rangeClosed(1, version[0]).boxed().toList();
            for (int a = 0; a < AGGREGATES; a++) {
                assertThat(effects.versions("raced-" + a)).isEqualTo(all);
            }
            assertThat(effects.count()).isEqualTo(AGGREGATES * version[0]);
        }
    }

    /**
     * Each version is sent twice, as a relay does that was killed before it took note. Writes as
     * long as instances come and go, never far ahead of what they have applied.
     */
    private static long writeWhile(AtomicBoolean sending, Wire wire, Effects effects) {
        long version = 0;
        while (sending.get()) {
            long ahead = AGGREGATES * (version - 40);
            await().until(() -> effects.count() >= ahead);
            version++;
            List<Records> records = new ArrayList<>();
            for (int a = 0; a < AGGREGATES; a++) {
                records.add(Records.event("raced-" + a, version));
                records.add(Records.event("raced-" + a, version));
            }
            wire.send(records);
        }
        return version;
    }
}
