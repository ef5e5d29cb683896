package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Slow writers and a broker that is away. */
class JournalInterruptionTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);
    private static final Duration SOON = PatientWaiting.PATIENCE;

    private Database database = Infra.freshDatabase("interrupted");
    private Witness witness = Witness.of(database);
    private ConfigurableApplicationContext instance;
    private Scribe scribe;

    JournalInterruptionTests() {
        Infra.recreateTopics();
        instance = JournalTestApplication.start(database);
        scribe = instance.getBean(Scribe.class);
    }

    @BeforeEach
    void warmUp() {
        scribe.save(Scribe.flag("warm"));
        witness.awaitDrained(STREAM, SOON);
    }

    @AfterEach
    void stopIt() {
        instance.close();
    }

    @Test
    @Tag("slow")
    void aTransactionHeldOpenHoldsUpNobodyAndIsNotSkipped() throws Exception {
        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow =
                CompletableFuture.runAsync(() -> saveSlowly("slow", appended, mayCommit), THREADS);
        assertThat(appended.await(60, TimeUnit.SECONDS)).isTrue();
        var sameAggregate =
                CompletableFuture.runAsync(() -> scribe.save(Scribe.flag("slow")), THREADS);

        var until = Instant.now().plusSeconds(3);
        int others = 0;
        while (Instant.now().isBefore(until)) {
            scribe.save(Scribe.flag("other-" + others++ % 10));
        }
        int saved = others + 1;
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(witness.published(STREAM)).isEqualTo(saved));
        assertThat(slow).isNotDone();
        assertThat(sameAggregate).as("waits for the aggregate's row").isNotDone();

        mayCommit.countDown();
        slow.get(60, TimeUnit.SECONDS);
        sameAggregate.get(60, TimeUnit.SECONDS);
        witness.awaitDrained(STREAM, SOON);

        var whole = witness.assertWhole(STREAM);
        assertThat(whole.events()).isEqualTo(saved + 2);
        assertThat(
                        TopicReader.read(STREAM).stream()
                                .filter(row -> row.key().equals("slow"))
                                .map(TopicReader.Row::version))
                .containsExactly(1L, 2L);
    }

    private void saveSlowly(String subject, CountDownLatch appended, CountDownLatch mayCommit) {
        scribe.transaction()
                .executeWithoutResult(
                        status -> {
                            scribe.journal().append(Scribe.flag(subject), PrivatePart.by("c"));
                            appended.countDown();
                            try {
                                assertThat(mayCommit.await(60, TimeUnit.SECONDS)).isTrue();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    @Test
    void withoutABrokerSavingGoesOnAndItDrainsAfterwards() {
        Infra.stopBroker();
        try {
            for (int i = 0; i < 300; i++) {
                scribe.save(Scribe.flag("organisation-" + i % 20));
            }
            // places do not need the broker
            Awaitility.await().atMost(SOON).until(() -> witness.links(STREAM) == 301);
            assertThat(witness.published(STREAM)).isEqualTo(1);
        } finally {
            Infra.startBroker();
        }

        scribe.save(Scribe.flag("organisation-1"));
        witness.awaitDrained(STREAM, SOON);

        assertThat(witness.assertWhole(STREAM).events()).isEqualTo(302);
    }

    @Test
    @Tag("slow")
    void aSaveOfAnotherInstanceWakesTheLeader() {
        instance.close();
        var patient = new HashMap<>(JournalTestApplication.properties(database));
        patient.put("whitelane.journal.poll", "30s");
        patient.put("whitelane.journal.leader-timeout", "90s");
        instance = JournalTestApplication.start(patient);
        try (var follower = JournalTestApplication.start(patient)) {
            follower.getBean(Scribe.class).save(Scribe.flag("from a follower"));

            witness.awaitDrained(STREAM, Duration.ofMinutes(3));
            assertThat(follower.getBean(LeaderLoop.class).isLeading()).isFalse();
        }
    }
}
