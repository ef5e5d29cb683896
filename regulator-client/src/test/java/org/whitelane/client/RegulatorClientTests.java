package org.whitelane.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** On a real service whose topic loses records, doubles them or holds what nobody of ours wrote. */
class RegulatorClientTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", Infra.bootstrapServers());

    @TempDir private Path folder;
    private final List<StreamEvent> handled = new ArrayList<>();
    private ConfigurableApplicationContext service;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @BeforeEach
    void startAService() {
        Infra.recreateTopics();
        var properties =
                new HashMap<String, Object>(Infra.properties(Infra.freshDatabase("client")));
        properties.putAll(Infra.issuer().properties());
        properties.putAll(
                Map.of(
                        "server.port", "0",
                        "spring.kafka.bootstrap-servers", Infra.bootstrapServers(),
                        "whitelane.service", "registry",
                        "whitelane.api-path", "registry",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"));
        service =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(properties)
                        .run();
    }

    @AfterEach
    void stopIt() {
        service.close();
    }

    @Test
    void handsOverTheStreamInOrderAndFillsWhatTheTopicLostFromTheFeed() throws Exception {
        save(30);
        long lost = loseAllBut(2);
        save(10);
        try (var client = client()) {
            readTo(client, 40);

            assertThat(positions()).containsExactlyElementsOf(from(1, 40));
            assertThat(client.fetched()).as("what is missing, and no more").isEqualTo(lost);
        }
    }

    @Test
    void remembersWhatWasHandledAndTakesWhatComesAgainForThat() throws Exception {
        save(12);
        try (var client = client()) {
            readTo(client, 12);
        }
        save(5);
        resend();
        try (var client = client()) {
            readTo(client, 17);
            assertThat(client.fetched()).isZero();
        }
        assertThat(positions()).containsExactlyElementsOf(from(1, 17));
        assertThat(handled).extracting(e -> e.attributes().id()).doesNotHaveDuplicates();
    }

    @Test
    void acknowledgesWhatWasHandledWhereverItCameFrom() throws Exception {
        save(7);
        try (var client = client()) {
            readTo(client, 7);
            client.acknowledge();
            client.acknowledge();

            var jdbc = service.getBean(JdbcClient.class);
            assertThat(count(jdbc, "select max(last) from feed_acknowledgement where stream = ?"))
                    .isEqualTo(7);
            assertThat(count(jdbc, "select count(*) from feed_acknowledgement where stream = ?"))
                    .as("once")
                    .isEqualTo(1);
        }
    }

    @Test
    void raisesTheAlarmForAnotherContentAtAPlaceThatIsStillToCome() throws Exception {
        save(3);
        try (var client = client()) {
            readTo(client, 3);
            var forged =
                    new ProducerRecord<byte[], byte[]>(
                            STREAM, "organisation-1".getBytes(UTF_8), "{}".getBytes(UTF_8));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            "forged",
                            "ce_type",
                            "t",
                            "ce_source",
                            "s",
                            "ce_subject",
                            "organisation-1",
                            "ce_time",
                            "now",
                            "ce_dataschema",
                            "d",
                            "ce_aggregateversion",
                            "2",
                            "ce_position",
                            "4",
                            "ce_chainhash",
                            "ab".repeat(32))
                    .forEach((name, text) -> forged.headers().add(name, text.getBytes(UTF_8)));
            forged.headers().add("ce_privatedigest", "cd".repeat(32).getBytes(UTF_8));
            forged.headers().add("content-type", "application/json".getBytes(UTF_8));
            send(List.of(forged));

            assertThatThrownBy(() -> readTo(client, 4))
                    .isInstanceOf(StreamBroken.class)
                    .hasMessageContaining(
                            "position 4, id forged, does not follow from what was read before");
            assertThat(positions()).containsExactlyElementsOf(from(1, 3));
        }
    }

    @Test
    void raisesTheAlarmForWhatIsNoEvent() {
        save(1);
        try (var client = client()) {
            readTo(client, 1);
            send(List.of(new ProducerRecord<>(STREAM, "{}".getBytes(UTF_8))));

            assertThatThrownBy(() -> readTo(client, 2))
                    .isInstanceOf(StreamBroken.class)
                    .hasMessageContaining("is no event: it has no specversion");
        }
    }

    private void readTo(RegulatorClient client, long position) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (client.position() < position && System.nanoTime() < deadline) {
            client.poll(handled::add);
        }
        assertThat(client.position()).isEqualTo(position);
    }

    private RegulatorClient client() {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new RegulatorClient(
                STREAM,
                BROKER,
                URI.create("http://127.0.0.1:" + port + "/api/v1/registry/feed/" + STREAM),
                () -> Infra.issuer().token("regulator-1", null, "REGULATOR"),
                folder.resolve("progress"));
    }

    private void save(int count) {
        var journal = service.getBean(Journal.class);
        var transaction =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        for (int i = 0; i < count; i++) {
            var flag = new CreditFlag("flag-" + i, "DISHONEST", "2026-01-01", null, "测试");
            var event = new CreditFlagRaised("organisation-" + i % 5, flag);
            transaction.executeWithoutResult(_ -> journal.append(event, PrivatePart.by("nobody")));
        }
        var jdbc = service.getBean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                count(
                                                jdbc,
                                                "select coalesce(max(position), 0) from"
                                                        + " journal_published where stream = ?")
                                        == count(
                                                jdbc,
                                                "select count(*) from journal_entry where stream ="
                                                        + " ?"));
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).param(STREAM).query(Long.class).single();
    }

    /** Takes from each partition all but its last records; how many are gone. */
    private static long loseAllBut(int kept) throws Exception {
        try (var admin = Admin.create(BROKER);
                var consumer = consumer()) {
            var cuts = new HashMap<TopicPartition, RecordsToDelete>();
            long lost = 0;
            for (var end : consumer.endOffsets(partitions(consumer)).entrySet()) {
                long cut = Math.max(0, end.getValue() - kept);
                cuts.put(end.getKey(), RecordsToDelete.beforeOffset(cut));
                lost += cut;
            }
            admin.deleteRecords(cuts).all().get();
            assertThat(lost).isPositive();
            return lost;
        }
    }

    /** As a relay does that was killed before it could note what it had sent. */
    private static void resend() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var rows = new ArrayList<ProducerRecord<byte[], byte[]>>();
            while (rows.size() < 17) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                row ->
                                        rows.add(
                                                new ProducerRecord<>(
                                                        STREAM,
                                                        row.partition(),
                                                        row.key(),
                                                        row.value(),
                                                        row.headers())));
            }
            send(rows);
        }
    }

    private static void send(List<ProducerRecord<byte[], byte[]>> rows) {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(BROKER, bytes, bytes)) {
            rows.forEach(producer::send);
            producer.flush();
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(BROKER, bytes, bytes);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(STREAM).stream()
                .map(p -> new TopicPartition(STREAM, p.partition()))
                .toList();
    }

    private List<Long> positions() {
        return handled.stream().map(StreamEvent::position).toList();
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
