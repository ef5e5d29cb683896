package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Two instances, each a process, under load: whatever happens to the leader, events are at worst
 * doubled.
 */
@Tag("slow")
class LeadershipTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Duration SOON = PatientWaiting.PATIENCE;

    private final Database database = Infra.freshDatabase("led");
    private final Witness witness = Witness.of(database);
    private final JdbcClient superuser = Witness.as(database, Infra.superuser());
    private final List<InstanceProcess> instances = new ArrayList<>();

    LeadershipTests() {
        Infra.recreateTopics();
    }

    @AfterEach
    void stopAll() {
        instances.forEach(InstanceProcess::close);
    }

    private InstanceProcess start(int writers) {
        var instance =
                InstanceProcess.start(JournalTestApplication.properties(database), writers, 2);
        instances.add(instance);
        return instance;
    }

    private InstanceProcess startIdle() {
        var properties = new HashMap<>(JournalTestApplication.properties(database));
        properties.put("whitelane.journal.poll", "10ms"); // nobody wakes it
        var instance = InstanceProcess.start(properties, 0, 0);
        instances.add(instance);
        return instance;
    }

    private static void write(Scribe scribe, AtomicBoolean writing) {
        for (int i = 0; writing.get(); i++) {
            scribe.save(Scribe.flag("organisation-" + i % 50));
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Optional<Leader> leader() {
        return superuser
                .sql(
                        """
                        select a.pid, substring(a.application_name from '\\d+$')::bigint as process
                        from pg_locks l join pg_stat_activity a using (pid)
                        where l.locktype = 'advisory' and l.granted
                            and l.database = (select oid from pg_database where datname = current_database())
                            and a.application_name like 'whitelane-leader %'
                        """)
                .query((row, i) -> new Leader(row.getInt("pid"), row.getLong("process")))
                .optional();
    }

    private InstanceProcess awaitLeader() {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> leader().flatMap(this::instance), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<InstanceProcess> instance(Leader leader) {
        return instances.stream().filter(i -> i.pid() == leader.process).findFirst();
    }

    private static void letThemWorkFor(int atLeastMillis, int atMostMillis) {
        int millis = ThreadLocalRandom.current().nextInt(atLeastMillis, atMostMillis);
        Awaitility.await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }

    private void assertNothingIsLost(String story) {
        // the writers must rest before the count can agree
        var idle = InstanceProcess.start(JournalTestApplication.properties(database), 0, 0);
        instances.forEach(InstanceProcess::close);
        instances.clear();
        instances.add(idle);
        idle.awaitReady();
        witness.awaitDrained(STREAM, SOON);
        var whole = witness.assertWhole(STREAM);
        System.out.printf(
                "%s: %d events, %d duplicates%n", story, whole.events(), whole.duplicates());
        assertThat(whole.events()).isGreaterThan(100);
    }

    @Test
    void whenTheLeadersSessionIsTerminatedSequencingGoesOn() {
        start(2).awaitReady();
        start(2).awaitReady();
        for (int round = 0; round < 5; round++) {
            letThemWorkFor(200, 900);
            awaitLeader();
            int session = leader().orElseThrow().session;
            superuser
                    .sql("select pg_terminate_backend(?)")
                    .param(session)
                    .query((row, i) -> "")
                    .list();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> leader().filter(l -> l.session != session).isPresent());
        }
        assertNothingIsLost("session terminated 5 times");
    }

    @Test
    void whenTheLeaderIsKilledAnotherTakesOver() {
        start(2).awaitReady();
        start(2);
        for (int round = 0; round < 8; round++) {
            instances.getLast().awaitReady();
            letThemWorkFor(300, 1500);
            var killed = awaitLeader();
            long links = witness.links(STREAM);
            killed.kill();
            var at = System.nanoTime();
            instances.remove(killed);
            var successor = awaitLeader();
            System.out.printf(
                    "killed at position %d, another leads after %d ms%n",
                    links, (System.nanoTime() - at) / 1_000_000);
            assertThat(successor.pid()).isNotEqualTo(killed.pid());
            killed.close();
            start(2);
        }
        assertNothingIsLost("leader killed 8 times");
    }

    @Test
    void aLeaderFrozenForFifteenSecondsAndRevivedDoublesAtMost() throws Exception {
        startIdle().awaitReady();
        startIdle().awaitReady();
        var writing = new AtomicBoolean(true);
        // not in the instances: a frozen writer would hold its rows
        var writer = Thread.ofPlatform().start(() -> write(Scribe.apart(database), writing));
        for (int round = 0; round < 3; round++) {
            letThemWorkFor(500, 1500);
            freezeAndRevive(awaitLeader());
        }
        writing.set(false);
        writer.join();
        assertNothingIsLost("leader frozen and revived 3 times");
    }

    private void freezeAndRevive(InstanceProcess leader) {
        leader.freeze();
        var at = System.nanoTime();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> leader().filter(l -> l.process != leader.pid()).isPresent());
        System.out.printf(
                "frozen: another leads after %d ms%n", (System.nanoTime() - at) / 1_000_000);
        long links = witness.links(STREAM);
        long rest = 15_000 - (System.nanoTime() - at) / 1_000_000;
        Awaitility.await().pollDelay(Duration.ofMillis(rest)).atMost(SOON).until(() -> true);
        assertThat(witness.links(STREAM)).as("the successor works").isGreaterThan(links);
        leader.revive();
        letThemWorkFor(2000, 3000);
        assertThat(leader().orElseThrow().process).isNotEqualTo(leader.pid());
        assertThat(leader.process().isAlive()).isTrue();
    }

    private record Leader(int session, long process) {}
}
