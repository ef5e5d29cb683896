package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** An inbox on a real database, fed record by record. */
abstract class InboxBench {

    static ConfigurableApplicationContext application;
    static Effects effects;
    static Inbox inbox;
    static JdbcClient jdbc;

    static InboxConsumer consumer;

    String aggregate = "";

    @BeforeAll
    static void start() {
        Infra.recreateTopics();
        application =
                InboxTestApplication.start(Infra.freshDatabase("inbox"), "idle-in-inbox-tests");
        effects = application.getBean(Effects.class);
        consumer = InboxConsumer.effect("direct", Set.of(Topic.SUBSCRIPTION), effects);
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

    Tally take(long version) {
        return take(Records.event(aggregate, version));
    }

    Tally take(Records record) {
        return inbox.take(consumer, record.raw());
    }

    List<Map<String, @Nullable Object>> parked() {
        return jdbc.sql(
                        """
                        select version, status, reason, attempts from inbox_parked
                        where consumer = 'direct' and aggregate = ? order by version, record_offset
                        """)
                .param(aggregate)
                .query()
                .listOfRows();
    }

    List<String> statuses() {
        return parked().stream().map(p -> p.get("version") + " " + p.get("status")).toList();
    }

    InboxRows.Row row() {
        return jdbc.sql(
                        "select version, queued from inbox where consumer = 'direct' and aggregate"
                                + " = ?")
                .param(aggregate)
                .query(InboxRows.Row.class)
                .single();
    }

    void assertApplied(long upTo) {
        assertThat(effects.versions(aggregate))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, upTo).boxed().toList());
    }
}
