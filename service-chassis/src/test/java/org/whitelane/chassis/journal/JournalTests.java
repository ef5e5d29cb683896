package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.whitelane.chassis.observability.CurrentTrace;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.embedded.Database;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.time.Duration;
import java.util.Map;

class JournalTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final String INTERNAL = "registry.internal";
    private static final Duration SOON = PatientWaiting.PATIENCE;

    private static Database database;
    private static ConfigurableApplicationContext instance;
    private static Scribe scribe;
    private static Witness witness;

    @BeforeAll
    static void startAnInstance() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("journal");
        instance = JournalTestApplication.start(database);
        scribe = instance.getBean(Scribe.class);
        witness = Witness.of(database);
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    @Test
    void whatIsSavedArrivesOnTheTopicWithItsPlaceInTheChain() {
        for (int i = 0; i < 30; i++) {
            scribe.save(Scribe.flag("organisation-" + i % 7));
        }

        witness.awaitDrained(STREAM, SOON);

        assertThat(witness.assertWhole(STREAM).events()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void carriesCorrelationAndCausation() {
        var theirs = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (var correlation = MDC.putCloseable("correlationId", "correlation-1");
                var causation = MDC.putCloseable("causationId", "event-0");
                var trace = CurrentTrace.enter(Traces.context(theirs))) {
            scribe.save(Scribe.flag("carried"));
        }

        witness.awaitDrained(STREAM, SOON);

        var row =
                TopicReader.read(STREAM).stream()
                        .filter(r -> r.key().equals("carried"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.headers())
                .containsAllEntriesOf(
                        Map.of(
                                "ce_correlationid", "correlation-1",
                                "ce_causationid", "event-0",
                                "traceparent", theirs,
                                "ce_source", "/whitelane/registry",
                                "ce_specversion", "1.0",
                                "content-type", "application/json"));
    }

    @Test
    void anInternalEventIsPlacedButNeverSent() {
        scribe.transaction()
                .executeWithoutResult(
                        status ->
                                scribe.journal()
                                        .append(
                                                new InternalEvent(
                                                        "org.whitelane.registry.test-noted.v1",
                                                        "test",
                                                        Map.of("note", "x")),
                                                PrivatePart.by("credential-1")));

        org.awaitility.Awaitility.await().atMost(SOON).until(() -> witness.links(INTERNAL) == 1);

        assertThat(StreamCopy.of(witness.jdbc(), INTERNAL).faults()).isEmpty();
        assertThat(witness.published(INTERNAL)).isZero();
    }

    @Test
    void aRolledBackSaveLeavesNothing() {
        assertThatThrownBy(
                        () ->
                                scribe.transaction()
                                        .executeWithoutResult(
                                                status -> {
                                                    scribe.journal()
                                                            .append(
                                                                    Scribe.flag("rolled-back"),
                                                                    PrivatePart.by("c"));
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        scribe.save(Scribe.flag("rolled-back"));
        witness.awaitDrained(STREAM, SOON);

        assertThat(TopicReader.read(STREAM).stream().filter(r -> r.key().equals("rolled-back")))
                .extracting(TopicReader.Row::version)
                .containsOnly(1L);
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        assertThatThrownBy(() -> scribe.journal().append(Scribe.flag("x"), PrivatePart.by("c")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesMoreThanNineHundredKilobytes() {
        var tooLong = "x".repeat(900 * 1024);

        assertThatThrownBy(() -> scribe.save(Scribe.flag(tooLong)))
                .isInstanceOf(EventTooLarge.class)
                .hasMessageContaining("the limit is 921600");
    }

    @Test
    void sendsAnEventJustBelowTheLimit() {
        scribe.save(Scribe.flag("x".repeat(2000)));
        scribe.save(Scribe.large(JdbcJournal.MAX_BYTES - 200));

        witness.awaitDrained(STREAM, SOON);
    }

    @Test
    void refusesAnEventThatAnotherServicePublishes() {
        assertThatThrownBy(() -> scribe.save(new SubscriptionConfirmed("s", "en")))
                .hasMessageContaining("is published by notification, not by registry");
    }
}
