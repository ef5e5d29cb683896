package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.embedded.Database;
import org.whitelane.testing.Infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Poison of every kind in the middle of good records, on a real topic. */
class InboxPoisonTests {

    private static final String CONSUMER = "poisoned";
    private static final int GOOD = 12;
    private static final long VERSIONS = 10;

    private static Database database;
    private static ConfigurableApplicationContext application;
    private static Wire wire;

    @BeforeAll
    static void start() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("inbox");
        application = InboxTestApplication.start(database, CONSUMER);
        wire = new Wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        application.close();
    }

    /** Broken at version 4 of an aggregate of its own, each. */
    private static List<Records> broken() {
        return List.of(
                poison(0).value((String) null),
                poison(1).value("{"),
                poison(2).value("\u0000garbage"),
                poison(3).without("ce_type"),
                poison(4).without("ce_id"),
                poison(5).with("ce_time", "never"),
                poison(6).value("{}"),
                Records.event("poison-7", 4, "x".repeat(700_000)),
                Records.event("poison-8", 4));
    }

    private static Records poison(int number) {
        return Records.event("poison-" + number, 4);
    }

    /** Without a readable id, each. */
    private static List<Records> unplaced(int round) {
        return List.of(
                Records.event("good-" + round % GOOD, round).bare(),
                Records.event("good-" + round % GOOD, round).bare().value((String) null),
                Records.event("good-" + round % GOOD, round).with("ce_aggregateversion", "-1"),
                Records.event("good-" + round % GOOD, round).with("ce_subject", "\u0000"),
                Records.event("nobody", round).bare().key((String) null).value("nobody"),
                Records.event("nobody", round).bare().key(new byte[3000]).value(new byte[] {-1}));
    }

    private static List<Records> flow() {
        var flow = new ArrayList<Records>();
        for (long version = 1; version <= VERSIONS; version++) {
            for (int a = 0; a < GOOD; a++) {
                flow.add(Records.event("good-" + a, version));
            }
            for (int p = 0; p < broken().size(); p++) {
                flow.add(version == 4 ? broken().get(p) : Records.event("poison-" + p, version));
            }
            flow.addAll(unplaced((int) version));
            var unknown = "org.whitelane.notification.subscription-moved.v1";
            flow.add(Records.event("newer", version).with("ce_type", unknown));
            flow.add(Records.event("gap", version == 1 ? 1 : version + 1));
        }
        return flow;
    }

    @Test
    void goesOnAndHoldsTheOrderAndAppliesNothingTwice() throws Exception {
        effects().failOn("poison-8", 4, () -> new IllegalStateException("cannot"));
        wire.send(flow());
        Wire.awaitCaughtUp(application);
        assertEverythingInItsPlace();
        assertThat(counter("applied")).isEqualTo(GOOD * VERSIONS + broken().size() * 3 + 1);
        assertThat(counter("unknown")).isEqualTo(VERSIONS);
        assertThat(counter("duplicates")).isZero();

        // everything delivered again, and a part of it sent again too
        application.close();
        Wire.rewind("notification." + CONSUMER);
        application = InboxTestApplication.start(database, CONSUMER);
        wire.send(
                Records.event("good-0", 1),
                Records.event("poison-1", 6),
                Records.event("newer", 2));
        Wire.awaitCaughtUp(application);

        assertEverythingInItsPlace();
        assertThat(counter("applied")).isZero();
        assertThat(counter("duplicates")).isEqualTo(flow().size() + 3);
    }

    @Test
    void tellsItsLevelsAndItsHealth() {
        await().atMost(Wire.SOON)
                .untilAsserted(
                        () -> {
                            assertThat(gauge("lag")).isZero();
                            assertThat(gauge("parked", "state", "failed"))
                                    .isEqualTo(failedRecords());
                        });
        var health = application.getBean(InboxHealth.class).health();
        assertThat(health).isNotNull();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .extractingByKey(CONSUMER)
                .asString()
                .contains("running=true");
    }

    private static double failedRecords() {
        return jdbc().sql("select count(*) from inbox_parked where status = 'FAILED'")
                .query(Double.class)
                .single();
    }

    private static double gauge(String name, String... tags) {
        return application
                .getBean(MeterRegistry.class)
                .get("whitelane.inbox." + name)
                .tags(tags)
                .gauge()
                .value();
    }

    private void assertEverythingInItsPlace() {
        var all = LongStream.rangeClosed(1, VERSIONS).boxed().toList();
        for (int a = 0; a < GOOD; a++) {
            assertThat(effects().versions("good-" + a)).isEqualTo(all);
        }
        for (int p = 0; p < broken().size(); p++) {
            assertThat(effects().versions("poison-" + p))
                    .as("poison %d", p)
                    .containsExactly(1L, 2L, 3L);
        }
        assertThat(effects().versions("gap")).containsExactly(1L);
        assertThat(effects().count()).isEqualTo(GOOD * VERSIONS + broken().size() * 3L + 1);
        long behind = broken().size() * (VERSIONS - 4) + VERSIONS - 1;
        assertThat(parked())
                .isEqualTo(
                        Map.of(
                                "FAILED placed",
                                (long) broken().size(),
                                "WAITING placed",
                                behind,
                                "FAILED unplaced",
                                VERSIONS * unplaced(1).size()));
    }

    private static Map<String, Long> parked() {
        return jdbc()
                .sql("select status, version is null as unplaced from inbox_parked")
                .query((row, _) -> row.getString(1) + (row.getBoolean(2) ? " unplaced" : " placed"))
                .list()
                .stream()
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }

    private static Effects effects() {
        return application.getBean(Effects.class);
    }

    private static double counter(String name) {
        return application
                .getBean(MeterRegistry.class)
                .counter("whitelane.inbox." + name, "consumer", CONSUMER)
                .count();
    }
}
