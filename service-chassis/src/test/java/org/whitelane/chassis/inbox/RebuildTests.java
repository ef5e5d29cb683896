package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A projection is built again from its topic, whoever asks and whoever dies. */
@Tag("slow")
class RebuildTests extends RebuildBench {

    @Test
    void everythingIsAppliedOnceMoreAndNothingTwice() throws Exception {
        var instance = instance();
        send(1, 10);
        awaitCount(instance, 200);
        assertThat(projection(instance).get("rebuild").isNull()).isTrue();

        assertThat(askForRebuild(instance, "OPERATOR").statusCode()).isEqualTo(200);
        awaitDone(instance);

        assertThat(effects(instance).calls.get()).isEqualTo(400);
        assertOnceInOrder(instance, 10);
        assertThat(effects(instance).rebuilt.get()).isEqualTo(1);
        send(11, 12);
        awaitCount(instance, 240);
        assertOnceInOrder(instance, 12);
        assertThat(audited())
                .isEqualTo("officer-7 {\"consumer\":\"projected\"} restored from last night");
    }

    /** The one that is asked may own nothing; events go on coming. */
    @Test
    void everyInstanceBeginsAgain() throws Exception {
        var first = instance("whitelane.inbox.concurrency", "2");
        send(1, 10);
        awaitCount(first, 200);
        var second = instance("whitelane.inbox.concurrency", "2");
        send(11, 14);
        awaitCount(first, 280);

        askForRebuild(second, "OPERATOR");
        send(15, 20);
        awaitDone(first);
        awaitDone(second);
        awaitCount(first, 400);

        assertOnceInOrder(first, 20);
        assertThat(openRecords(first)).isZero();
    }

    /** Killed after the transaction and before anything was read again. */
    @Test
    void whatWasBegunIsFinishedByWhoComesNext() throws Exception {
        var dying = instance("whitelane.inbox.watch-interval", "1h");
        send(1, 10);
        awaitCount(dying, 200);
        askForRebuild(dying, "OPERATOR");
        assertThat(effects(dying).count()).isZero();
        // read before everything was forgotten: applied by nobody, and lost by nobody
        send(11, 11);
        await().atMost(Wire.SOON)
                .until(
                        () ->
                                dying.getBean(InboxListeners.class).all().getFirst().waitingFor()
                                        != null);
        assertThat(effects(dying).count()).isZero();
        dying.close();

        var next = instance();

        awaitDone(next);
        awaitCount(next, 220);
        assertOnceInOrder(next, 11);
    }

    @Test
    void inTheMiddleNothingIsKnownAndTheProgressIsSeen() throws Exception {
        var pause = "whitelane.inbox.pause-";
        var instance = instance(pause + "initial", "20ms", pause + "max", "20ms");
        send(1, 10);
        awaitCount(instance, 200);
        var backlog = instance.getBean(InboxBacklog.class);
        assertThat(backlog.holds(CONSUMER, Records.TOPIC, "projected-0")).isFalse();
        effects(instance).failOn("projected-0", 6, () -> new Unavailable("away", null));

        askForRebuild(instance, "OPERATOR");
        await().atMost(Wire.SOON)
                .until(
                        () ->
                                effects(instance).versions("projected-0").size() == 5
                                        && reached(instance) > 0);
        var generation = projection(instance).at("/rebuild/id").asString();
        assertThat(askForRebuild(instance, "OPERATOR").statusCode()).isEqualTo(200);

        assertThat(projection(instance).at("/rebuild/id").asString())
                .as("asking again changes nothing")
                .isEqualTo(generation);
        assertThat(projection(instance).at("/rebuild/state").asString()).isEqualTo("READING");
        assertThat(reached(instance)).isLessThan(200);
        assertThat(backlog.holds(CONSUMER, Records.TOPIC, "projected-0")).isTrue();
        assertThat(backlog.holds(CONSUMER, Records.TOPIC, "nobody")).isTrue();
        assertThat(backlog.isRebuilding(CONSUMER)).isTrue();

        instance.close();
        var next = instance();
        awaitDone(next);
        assertOnceInOrder(next, 10);
        assertThat(next.getBean(InboxBacklog.class).holds(CONSUMER, Records.TOPIC, "projected-0"))
                .isFalse();
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void twoOperatorsAtOnceBeginOne() throws Exception {
        var instance = instance("whitelane.inbox.watch-interval", "1h");
        send(1, 1);
        awaitCount(instance, 20);
        Callable<Integer> ask = () -> askForRebuild(instance, "OPERATOR").statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, ask))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void effectsAreNeverRepeatedAndOnlyOperatorsMayAsk() throws Exception {
        var instance = instance("test.projection", "false");

        ParkedBench.assertRefused(askForRebuild(instance, "OPERATOR"), 409, "not-a-projection");
        ParkedBench.assertRefused(askForRebuild(instance, "AUDITOR"), 403, "role-missing");
        ParkedBench.assertRefused(
                post(instance, "nobody/rebuild", REASON, "OPERATOR"), 404, "not-found");
        ParkedBench.assertRefused(
                post(instance, CONSUMER + "/rebuild", "{}", "OPERATOR"), 400, "invalid-request");
        assertThat(projection(instance).get("kind").asString()).isEqualTo("EFFECT");
    }

    private static long reached(ConfigurableApplicationContext it) throws Exception {
        long reached = 0;
        for (var partition : projection(it).at("/rebuild/partitions")) {
            assertThat(partition.get("topic").asString()).isEqualTo(Records.TOPIC);
            reached += partition.get("reached").asLong();
        }
        return reached;
    }

    private static long openRecords(ConfigurableApplicationContext it) {
        var open = it.getBean(ParkedList.class).open(CONSUMER);
        return open.failed() + open.waiting();
    }

    private long begun() {
        return auditor()
                .sql("select count(*) from journal_entry where type like '%rebuild-begun.v1'")
                .query(Long.class)
                .single();
    }

    private String audited() {
        return auditor()
                .sql(
                        """
                        select p.actor || ' ' || (convert_from(e.value, 'UTF8')::jsonb - 'topics')::text
                               || ' ' || (convert_from(p.body, 'UTF8')::jsonb ->> 'reason')
                        from journal_entry e join journal_private p on p.entry_id = e.id
                        where e.type = 'org.whitelane.chassis.projection-rebuild-begun.v1'
                        """)
                .query(String.class)
                .single()
                .replace("\": \"", "\":\"");
    }

    private JdbcClient auditor() {
        var role = database.auditor();
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }
}
