package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.whitelane.embedded.Database;
import org.whitelane.events.CheckpointSeal;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Without anybody asking: by the instance that leads, as often as the stream moves. */
class CheckpointIntervalTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();

    @TempDir private Path folder;

    @Test
    @Tag("slow")
    void noEntryGrowsOlderThanTheIntervalUnvouchedFor() throws Exception {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("interval");
        var properties = properties(database, "1s");
        try (var one = JournalTestApplication.start(properties, WebApplicationType.NONE);
                var _ = JournalTestApplication.start(properties, WebApplicationType.NONE)) {
            var checkpoints = one.getBean(Checkpoints.class);
            for (int round = 1; round <= 3; round++) {
                one.getBean(Scribe.class).save(Scribe.flag("organisation-1"));
                long number = round;
                await().atMost(Duration.ofSeconds(30)).until(() -> vouchesFor(checkpoints, number));
            }
            assertWholeChain(checkpoints);
            assertThat(Witness.of(database).entries(Topic.REGISTRY_CHECKPOINT.topicName()))
                    .as("one for each move, though two instances look")
                    .isEqualTo(3);
        }
    }

    @Test
    void withinTheIntervalNoneIsTaken() throws Exception {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("interval");
        try (var one =
                JournalTestApplication.start(properties(database, "1h"), WebApplicationType.NONE)) {
            one.getBean(Scribe.class).save(Scribe.flag("organisation-1"));
            var witness = Witness.of(database);
            witness.awaitDrained(STREAM, Duration.ofMinutes(1));
            one.getBean(CheckpointTaker.class)
                    .takeAll(StreamProgress.Due.after(Duration.ofHours(1)));
            assertThat(one.getBean(Checkpoints.class).newest(STREAM)).isEmpty();
            one.getBean(CheckpointTaker.class).takeAll(StreamProgress.Due.after(Duration.ZERO));
            assertThat(one.getBean(Checkpoints.class).newest(STREAM)).isPresent();
        }
    }

    /** The reverse order of a revived leader: both read, then both write. */
    @Test
    void twoThatTakeOneAtOnceLeaveOne() throws Exception {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("interval");
        try (var one =
                JournalTestApplication.start(properties(database, "1h"), WebApplicationType.NONE)) {
            one.getBean(Scribe.class).save(Scribe.flag("organisation-1"));
            Witness.of(database).awaitDrained(STREAM, Duration.ofMinutes(1));
            var taker = one.getBean(CheckpointTaker.class);
            Runnable take = () -> taker.takeAll(StreamProgress.Due.atOnce());
            var threads = java.util.stream.Stream.generate(() -> Thread.ofPlatform().start(take));
            for (var thread : threads.limit(4).toList()) {
                thread.join();
            }
            assertThat(one.getBean(Checkpoints.class).before(STREAM, Long.MAX_VALUE, 10))
                    .hasSize(1);
        }
    }

    private Map<String, String> properties(Database database, String interval) throws Exception {
        var key =
                Files.writeString(
                        folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        var properties = JournalTestApplication.properties(database);
        properties.put("whitelane.checkpoints.key-file", key.toString());
        properties.put("whitelane.checkpoints.interval", interval);
        return properties;
    }

    private static boolean vouchesFor(Checkpoints checkpoints, long position) {
        return checkpoints.vouchingFor(STREAM, position).isPresent();
    }

    private static void assertWholeChain(Checkpoints checkpoints) {
        var all = checkpoints.before(STREAM, Long.MAX_VALUE, 100);
        for (int i = 0; i + 1 < all.size(); i++) {
            assertThat(all.get(i).checkpoint().previous())
                    .isEqualTo(CheckpointSeal.digest(all.get(i + 1).checkpoint()));
        }
        assertThat(all.getLast().checkpoint().previous()).isNull();
    }
}
