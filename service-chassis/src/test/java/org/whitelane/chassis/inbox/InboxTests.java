package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.slf4j.MDC;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** The inbox on a real database, record by record. */
class InboxTests {

    private static ConfigurableApplicationContext application;
    private static Effects effects;
    private static Inbox inbox;
    private static JdbcClient jdbc;

    private static InboxConsumer consumer;

    private String aggregate = "";

    @BeforeAll
    static void start() {
        Infra.recreateTopics();
        application =
                InboxTestApplication.start(Infra.freshDatabase("inbox"), "idle-in-inbox-tests");
        effects = application.getBean(Effects.class);
        consumer = new InboxConsumer("direct", Set.of(Topic.SUBSCRIPTION), effects);
        inbox = application.getBean(Inbox.class);
        jdbc = application.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void nameTheAggregate(TestInfo test) {
        aggregate = test.getDisplayName();
    }

    private Tally take(long version) {
        return take(Records.event(aggregate, version));
    }

    private Tally take(Records record) {
        return inbox.take(consumer, record.raw());
    }

    private List<Map<String, @Nullable Object>> parked() {
        return jdbc.sql(
                        """
                        select version, status, reason, attempts from inbox_parked
                        where consumer = 'direct' and aggregate = ? order by version, record_offset
                        """)
                .param(aggregate)
                .query()
                .listOfRows();
    }

    private List<String> statuses() {
        return parked().stream().map(p -> p.get("version") + " " + p.get("status")).toList();
    }

    private InboxRows.Row row() {
        return jdbc.sql(
                        "select version, queued from inbox where consumer = 'direct' and aggregate"
                                + " = ?")
                .param(aggregate)
                .query(InboxRows.Row.class)
                .single();
    }

    private void assertApplied(long upTo) {
        assertThat(effects.versions(aggregate))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, upTo).boxed().toList());
    }

    @Test
    void appliesInOrderAndDropsWhatComesAgain() {
        assertThat(take(1)).isEqualTo(Tally.APPLIED);
        assertThat(take(1)).isEqualTo(Tally.DUPLICATE);
        assertThat(take(2)).isEqualTo(Tally.APPLIED);
        assertThat(take(1)).isEqualTo(Tally.DUPLICATE);

        assertApplied(2);
        assertThat(parked()).isEmpty();
    }

    @Test
    void waitsForAMissingVersionAndGoesOnByItself() {
        take(1);
        assertThat(take(3)).isEqualTo(Tally.PARKED);
        assertThat(take(5)).isEqualTo(Tally.PARKED);
        assertThat(take(4)).isEqualTo(Tally.PARKED);
        assertThat(take(4)).isEqualTo(Tally.DUPLICATE);
        assertThat(parked()).first().extracting("reason").isEqualTo("waits for version 2");

        assertThat(take(2)).isEqualTo(new Tally(4, 0, 0, 0));

        assertApplied(5);
        assertThat(statuses()).containsExactly("3 APPLIED", "4 APPLIED", "5 APPLIED");
        assertThat(row()).isEqualTo(new InboxRows.Row(5, 0));
    }

    @Test
    void appliesOnceInOrderHoweverTheRecordsArrive() {
        var random = new Random(20260102);
        for (int round = 0; round < 60; round++) {
            aggregate = "shuffled-" + round;
            var arrivals = new ArrayList<Long>();
            for (long version = 1; version <= 6; version++) {
                arrivals.addAll(Collections.nCopies(1 + random.nextInt(3), version));
            }
            Collections.shuffle(arrivals, random);
            long applied = arrivals.stream().mapToLong(version -> take(version).applied()).sum();

            assertApplied(6);
            assertThat(applied).isEqualTo(6);
            assertThat(row()).isEqualTo(new InboxRows.Row(6, 0));
        }
    }

    @Test
    void parksWhatKeepsFailingAndQueuesTheRestBehindIt() {
        effects.failOn(aggregate, 2, () -> new IllegalStateException("cannot"));
        int before = effects.calls.get();
        take(1);
        assertThat(take(2)).isEqualTo(Tally.PARKED);
        assertThat(effects.calls.get() - before).isEqualTo(1 + 4);
        assertThat(take(3)).isEqualTo(Tally.PARKED);
        assertThat(take(2)).isEqualTo(Tally.DUPLICATE);
        effects.heal(aggregate, 2);
        assertThat(take(4)).isEqualTo(Tally.PARKED);

        assertApplied(1);
        assertThat(statuses()).containsExactly("2 FAILED", "3 WAITING", "4 WAITING");
        assertThat(parked().getFirst()).containsEntry("attempts", 4);
        assertThat(parked()).first().extracting("reason").asString().contains("cannot");
        assertThat(row()).isEqualTo(new InboxRows.Row(1, 3));
        assertThat(inbox.take(consumer, Records.event(aggregate + "-other", 1).raw()))
                .isEqualTo(Tally.APPLIED);
    }

    @Test
    void undoesWhatAFailingHandlerWrote() {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("after the insert"));

        take(1);

        assertThat(effects.versions(aggregate)).isEmpty();
    }

    @Test
    void parksAStringThatIsTooLongForItsColumn() {
        take(1);
        take(Records.event(aggregate, 2, "x".repeat(800_000)));

        assertThat(statuses()).containsExactly("2 FAILED");
        assertApplied(1);
    }

    @Test
    void stopsAWaitingLaneAtTheRecordThatFails() {
        effects.failOn(aggregate, 3, () -> new IllegalStateException("cannot"));
        take(4);
        take(3);
        take(2);

        assertThat(take(1)).isEqualTo(new Tally(2, 0, 0, 0));

        assertApplied(2);
        assertThat(statuses()).containsExactly("2 APPLIED", "3 FAILED", "4 WAITING");
        assertThat(row()).isEqualTo(new InboxRows.Row(2, 2));
    }

    @Test
    void stepsOverUnknownTypesAndKeepsTheOrder() {
        take(1);
        var unknown = "org.whitelane.notification.subscription-moved.v1";
        assertThat(take(Records.event(aggregate, 4).with("ce_type", unknown)))
                .isEqualTo(Tally.PARKED);
        assertThat(take(Records.event(aggregate, 2).with("ce_type", unknown)))
                .isEqualTo(Tally.UNKNOWN);
        assertThat(take(3)).isEqualTo(new Tally(1, 0, 1, 0));
        assertThat(take(5)).isEqualTo(Tally.APPLIED);

        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L, 5L);
    }

    @Test
    void parksWhatCannotBeReadInItsPlaceWithoutTryingItAgain() {
        take(1);
        take(Records.event(aggregate, 2).value("{"));
        take(3);
        take(Records.event(aggregate, 2).value("{"));

        assertThat(statuses()).containsExactly("2 FAILED", "3 WAITING");
        assertApplied(1);
    }

    @Test
    void doesNotLoseARealRecordToAForgedOneOfItsVersion() {
        take(1);
        take(Records.event(aggregate, 2).value("forged"));
        assertThat(take(2)).isEqualTo(Tally.PARKED);

        assertThat(statuses()).containsExactly("2 FAILED", "2 WAITING");
    }

    @Test
    void dropsAForgedRecordWhoseVersionAnotherWasAppliedAs() {
        take(Records.event(aggregate, 2).value("forged"));
        take(2);

        take(1);

        assertApplied(2);
        assertThat(statuses()).containsExactly("2 DUPLICATE", "2 APPLIED");
        assertThat(row()).isEqualTo(new InboxRows.Row(2, 0));
    }

    @Test
    void parksEachRecordWithoutAnIdOnceAndHoldsNobodyUp() {
        take(1);
        var tombstone = Records.event(aggregate, 2).bare().value((String) null);
        var delivered = tombstone.raw();
        assertThat(inbox.take(consumer, delivered)).isEqualTo(Tally.PARKED);
        assertThat(inbox.take(consumer, delivered)).isEqualTo(Tally.DUPLICATE);
        assertThat(take(tombstone)).isEqualTo(Tally.PARKED);
        assertThat(take(2)).isEqualTo(Tally.APPLIED);

        assertThat(statuses()).containsExactly("null FAILED", "null FAILED");
        assertApplied(2);
    }

    @Test
    void parksBytesThatNoTextColumnWouldTake() {
        var record =
                Records.event(aggregate, 1)
                        .with("nul\u0000", "\u0000")
                        .key(new byte[] {0, -1})
                        .value(new byte[] {0, -1});

        assertThat(take(record)).isEqualTo(Tally.PARKED);
        assertThat(take(Records.event(aggregate, 1).value("{\"locale\":\"\u0000\"}")))
                .isEqualTo(Tally.PARKED);
    }

    @Test
    void waitsForEverForAPartThatIsAwayAndParksNothing() {
        take(2);
        effects.failOn(aggregate, 1, () -> new Unavailable("SMTP is away", null));
        assertThatThrownBy(() -> take(1)).isInstanceOf(Unavailable.class);
        effects.failOn(aggregate, 1, () -> new CannotAcquireLockException("deadlock"));
        assertThatThrownBy(() -> take(1)).isInstanceOf(CannotAcquireLockException.class);
        effects.heal(aggregate, 1);
        // away in the middle of the queue: everything is undone and comes again
        effects.failOn(aggregate, 2, () -> new Unavailable("SMTP is away", null));
        assertThatThrownBy(() -> take(1)).isInstanceOf(Unavailable.class);
        assertThat(effects.versions(aggregate)).isEmpty();
        assertThat(statuses()).containsExactly("2 WAITING");

        effects.heal(aggregate, 2);
        take(1);

        assertApplied(2);
    }

    @Test
    void setsTheIdsOfTheEventWhileItIsHandled() {
        var trace = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";
        take(
                Records.event(aggregate, 1)
                        .with("traceparent", trace)
                        .with("ce_correlationid", "c-1"));

        assertThat(effects.contexts.get(aggregate))
                .containsEntry("correlationId", "c-1")
                .containsEntry("traceparent", trace)
                .containsKey("causationId");
        assertThat(MDC.get("correlationId")).isNull();
    }
}
