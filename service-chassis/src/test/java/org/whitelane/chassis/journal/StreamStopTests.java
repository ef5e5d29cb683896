package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.chassis.journal.TopicReader.Row;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What retrying cannot heal stops one stream, says so, and no other. */
class StreamStopTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final String OTHER = Topic.CALENDAR.topicName();
    private static final Duration SOON = PatientWaiting.PATIENCE;

    private final Database database = Infra.freshDatabase("stopping");
    private final Witness witness = Witness.of(database);
    private ConfigurableApplicationContext instance;

    StreamStopTests() {
        Infra.recreateTopics();
        instance = JournalTestApplication.start(database);
    }

    @AfterEach
    void stopIt() {
        instance.close();
    }

    private Scribe scribe() {
        return instance.getBean(Scribe.class);
    }

    private Optional<String> reason() {
        return instance.getBean(JournalStatus.class).all().stream()
                .filter(status -> status.stream().equals(STREAM))
                .findFirst()
                .flatMap(status -> Optional.ofNullable(status.stopped()));
    }

    private double gauge(String name, String stream) {
        var meters = instance.getBean(MeterRegistry.class);
        return meters.get(name).tag("stream", stream).gauge().value();
    }

    private void awaitStopped(String because) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(reason().orElse("")).contains(because));
    }

    private void resume() {
        assertThat(instance.getBean(JournalStatus.class).resume(STREAM)).isTrue();
    }

    private void assertTheOtherStreamGoesOn(int year) {
        scribe().save(Scribe.calendar(year));
        witness.awaitDrained(OTHER, SOON);
    }

    @Test
    void aTopicThatRefusesAnEventStopsItsStreamUntilItIsResumed() throws Exception {
        limit("1500");
        scribe().save(Scribe.flag("before"));
        witness.awaitDrained(
                STREAM, SOON); // in one batch with the large one it would stay behind too
        scribe().save(Scribe.large(5000));
        awaitStopped("RecordTooLargeException");
        assertThat(instance.getBean(JournalHealth.class).health().getStatus().getCode())
                .isEqualTo("DOWN");
        scribe().save(Scribe.flag("after"));
        assertTheOtherStreamGoesOn(2026);
        assertThat(gauge("whitelane.journal.stopped", STREAM)).isEqualTo(1);
        assertThat(gauge("whitelane.journal.stopped", OTHER)).isZero();
        Awaitility.await().until(() -> gauge("whitelane.journal.lag", STREAM) == 2);

        restart();
        scribe().save(Scribe.flag("after a restart"));
        assertTheOtherStreamGoesOn(2027);
        assertThat(reason()).as("outlives a restart").isPresent();

        limit("1048588");
        resume();

        witness.awaitDrained(STREAM, SOON);
        assertThat(witness.assertWhole(STREAM).events()).isEqualTo(4);
    }

    @Test
    @Tag("slow")
    void aTopicAheadOfTheJournalStopsTheStream() {
        for (int i = 0; i < 20; i++) {
            scribe().save(Scribe.flag("organisation-" + i));
        }
        witness.awaitDrained(STREAM, SOON);
        instance.close();

        var restored = Infra.freshDatabase("restored"); // the emptiest of backups
        instance = JournalTestApplication.start(restored);
        awaitStopped("topic is ahead");
        assertThatThrownBy(() -> scribe().save(Scribe.flag("organisation-1")))
                .as("it would be version 1 once more")
                .isInstanceOf(JournalBehind.class);
        scribe().save(Scribe.calendar(2031));
        Witness.of(restored).awaitDrained(OTHER, SOON);
        resume();
        awaitStopped("topic is ahead");

        assertThat(Witness.of(restored).links(STREAM)).as("no position is given twice").isZero();
        assertThat(TopicReader.read(STREAM)).hasSize(20);
    }

    /** Gone with the disk of a broker, say: the others are as they were. */
    @Test
    @Tag("slow")
    void aPartitionThatLostItsEndGetsItAgain() throws Exception {
        for (int i = 0; i < 60; i++) {
            scribe().save(Scribe.flag("organisation-" + i % 20));
        }
        witness.awaitDrained(STREAM, SOON);
        instance.close();
        var rows = TopicReader.read(STREAM);
        var last = rows.stream().max(Comparator.comparingLong(Row::position)).orElseThrow();
        var lost =
                rows.stream()
                        .filter(row -> row.partition() != last.partition())
                        .max(Comparator.comparingLong(Row::position))
                        .orElseThrow();
        Infra.recreateTopics();
        copy(rows.stream().filter(row -> row != lost).toList());

        instance = JournalTestApplication.start(database);

        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                TopicReader.read(STREAM).stream()
                                        .anyMatch(row -> row.position() == lost.position()));
        assertThat(witness.assertWhole(STREAM).duplicates()).isPositive();
    }

    private static void copy(List<Row> rows) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (var row : rows) {
                var copy = new ProducerRecord<>(STREAM, row.partition(), row.key(), row.value());
                row.headers()
                        .forEach((name, text) -> copy.headers().add(name, text.getBytes(UTF_8)));
                producer.send(copy).get();
            }
        }
    }

    @Test
    @Tag("slow")
    void anEntryThatCannotBePlacedStopsItsStreamOnly() {
        scribe().save(Scribe.flag("before"));
        witness.awaitDrained(STREAM, SOON);
        moveHead(-1);

        for (int i = 0; i < 600; i++) { // more than a batch: they must not crowd out the other
            scribe().save(Scribe.flag("behind-" + i % 9));
        }

        awaitStopped("cannot be placed");
        assertTheOtherStreamGoesOn(2029);
        assertThat(gauge("whitelane.journal.stopped", OTHER)).isZero();
        restart();
        scribe().save(Scribe.flag("after a restart"));
        assertTheOtherStreamGoesOn(2030);

        moveHead(1);
        resume();

        witness.awaitDrained(STREAM, SOON);
        assertThat(witness.assertWhole(STREAM).events()).isEqualTo(602);
    }

    /** A head that is behind its links, as a restore that mixed two states would leave it. */
    private void moveHead(int by) {
        Witness.as(database, database.relay())
                .sql("update journal_head set position = position + ? where stream = ?")
                .params(by, STREAM)
                .update();
    }

    @Test
    @Tag("slow")
    void aMissingTopicHoldsUpNoOther() throws Exception {
        try (var admin = admin()) {
            admin.deleteTopics(List.of(STREAM)).all().get();
            restart();
            scribe().save(Scribe.flag("waiting"));
            assertTheOtherStreamGoesOn(2028);
            assertThat(reason()).isEmpty();
            admin.createTopics(List.of(new NewTopic(STREAM, Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }

        witness.awaitDrained(STREAM, SOON);
        witness.assertWhole(STREAM);
    }

    @Test
    @Tag("slow")
    void aTopicThatLostItsRecordsGetsThemAgain() {
        for (int i = 0; i < 20; i++) {
            scribe().save(Scribe.flag("organisation-" + i % 3));
        }
        witness.awaitDrained(STREAM, SOON);
        instance.close();
        Infra.recreateTopics();

        instance = JournalTestApplication.start(database);

        Awaitility.await().atMost(SOON).until(() -> TopicReader.read(STREAM).size() == 20);
        witness.assertWhole(STREAM);
    }

    private void restart() {
        instance.close();
        instance = JournalTestApplication.start(database);
    }

    private static void limit(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, STREAM);
        var entry = new ConfigEntry("max.message.bytes", bytes);
        try (var admin = admin()) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Infra.bootstrapServers()));
    }
}
