package org.whitelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.BrokerAccess.Principal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

class BrokerAccessTests {

    private static final Credentials ADMINISTRATOR = login("administrator");
    private static final Credentials REGISTRY = login("registry");
    private static final Credentials CUSTOMS = login("customs");
    private static final List<TopicSpec> TOPICS =
            List.of(new TopicSpec("registry.party.v1", 1), new TopicSpec("list.entry.v1", 1));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path dir;

    private final int port = Ports.free();
    private final int controllerPort = Ports.free();

    @Test
    void whoeverWritesOrReadsWithoutARightIsRefused() throws Exception {
        try (var broker = start(access())) {
            send(client(REGISTRY), "registry.party.v1", "a party");
            assertThat(read(client(CUSTOMS), "registry.party.v1")).isEqualTo("a party");

            assertThatThrownBy(() -> send(client(CUSTOMS), "registry.party.v1", "forged"))
                    .hasRootCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> send(client(REGISTRY), "list.entry.v1", "not its own"))
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> read(client(CUSTOMS), "list.entry.v1"))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(
                            () ->
                                    subscribe(
                                            client(CUSTOMS),
                                            "registry.projection",
                                            "registry.party.v1"))
                    .isInstanceOf(GroupAuthorizationException.class);
            assertThatThrownBy(() -> createTopic(client(REGISTRY)))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThat(broker.bootstrapServers()).endsWith(":" + port);
        }
    }

    @Test
    @Tag("slow")
    void whoeverIsNotKnownGetsNowhere() throws Exception {
        try (var broker = start(access())) {
            var wrong = new Credentials("customs", "another-password-than-that");
            for (var stranger : List.of(wrong, login("nobody"), ADMINISTRATOR)) {
                assertThatThrownBy(() -> read(client(stranger), "registry.party.v1"))
                        .isInstanceOf(SaslAuthenticationException.class);
            }
            var open = new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
            open.put("default.api.timeout.ms", "5000");
            open.put("request.timeout.ms", "2000");
            assertThatThrownBy(() -> describeCluster(open))
                    .hasCauseInstanceOf(TimeoutException.class);
            // nor by the way that is the broker's own
            var inside = new HashMap<>(client(CUSTOMS));
            inside.put("bootstrap.controllers", "127.0.0.1:" + controllerPort);
            inside.remove("bootstrap.servers");
            assertThatThrownBy(() -> describeCluster(inside))
                    .hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
        }
    }

    @Test
    @Tag("slow")
    void aRightThatIsNotGrantedAnyMoreIsGone() throws Exception {
        try (var _ = start(access())) {
            send(client(REGISTRY), "registry.party.v1", "kept");
        }
        var readsOther =
                new Principal(CUSTOMS, List.of("list.entry.v1"), List.of(), List.of("customs.*"));
        try (var _ = start(new BrokerAccess(ADMINISTRATOR, List.of(readsOther)))) {
            assertThatThrownBy(() -> read(client(CUSTOMS), "registry.party.v1"))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> send(client(REGISTRY), "registry.party.v1", "again"))
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
            subscribe(client(CUSTOMS), "customs.reader", "list.entry.v1");
        }
        try (var _ = start(access())) {
            assertThat(read(client(CUSTOMS), "registry.party.v1")).isEqualTo("kept");
        }
    }

    @Test
    void aBrokerThatWasOpenKeepsItsRecordsWhenItIsClosed() throws Exception {
        try (var broker = Broker.start(dir.resolve("broker"), port, controllerPort, TOPICS)) {
            send(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    "registry.party.v1",
                    "of old");
        }
        try (var _ = start(access())) {
            assertThat(read(client(CUSTOMS), "registry.party.v1")).isEqualTo("of old");
        }
    }

    @Test
    void theFileSaysAllOfItToItsOwnerAlone() throws Exception {
        var file = dir.resolve("access.properties");
        access().write(file);
        access().write(file);

        assertThat(BrokerAccess.read(file)).isEqualTo(access());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "administrator=somebody\n");
        assertThatThrownBy(() -> BrokerAccess.read(file))
                .hasMessage("administrator.password is missing.");
    }

    @Test
    void aNameOrPasswordThatCouldSayMoreIsRefused() {
        for (var odd : List.of("", "a b", "a\"", "a,User:b", "ü")) {
            var login = new Credentials(odd, "p".repeat(16));
            assertThatThrownBy(() -> new BrokerAccess(login, List.of()))
                    .hasMessageContaining("should be letters, digits");
        }
        for (var odd : List.of("short", "p".repeat(16) + "\" user_x=\"y", "p".repeat(16) + ";")) {
            var login = new Credentials("somebody", odd);
            assertThatThrownBy(() -> new BrokerAccess(login, List.of()))
                    .hasMessageContaining("16 or more visible ASCII characters");
        }
    }

    private Broker start(BrokerAccess access) {
        return Broker.start(dir.resolve("broker"), port, controllerPort, TOPICS, access);
    }

    private static BrokerAccess access() {
        return new BrokerAccess(
                ADMINISTRATOR,
                List.of(
                        new Principal(
                                CUSTOMS,
                                List.of("registry.party.v1"),
                                List.of(),
                                List.of("customs.*")),
                        new Principal(
                                REGISTRY,
                                List.of("registry.*", "list.*"),
                                List.of("registry.*"),
                                List.of("registry.*"))));
    }

    private static Credentials login(String name) {
        return new Credentials(name, name + "-of-a-test-0123456789");
    }

    private Map<String, String> client(Credentials login) {
        return BrokerAccess.client("127.0.0.1:" + port, login);
    }

    private static void send(Map<String, String> client, String topic, String value)
            throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("enable.idempotence", true);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static String read(Map<String, String> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("default.api.timeout.ms", 10_000);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(PATIENCE).iterator().next().value();
        }
    }

    private static void subscribe(Map<String, String> client, String group, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            var limit = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < limit) {
                consumer.poll(Duration.ofSeconds(5));
            }
            assertThat(consumer.assignment()).isNotEmpty();
        }
    }

    private static void createTopic(Map<String, String> client) throws Exception {
        try (var admin = Admin.create(Map.copyOf(client))) {
            admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1))).all().get();
        }
    }

    private static void describeCluster(Map<String, String> client)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.copyOf(client))) {
            admin.describeCluster().nodes().get();
        }
    }
}
