package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.BrokerAccess;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.embedded.PostgresServer;
import org.whitelane.events.Topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

class ProvisionTests {

    private static final String ENTRIES = Topic.ENTRY.topicName();

    @TempDir Path dir;

    @Test
    void makesEveryDatabaseRoleAndTopicAndMayBeRepeated() throws Exception {
        try (var postgres = Postgres.start(dir.resolve("postgres"), Ports.free(), false);
                var broker = ComposeBroker.start(dir, "of-ADMINISTRATOR-of-the-broker")) {
            var address = postgres.address();
            Map<String, String> environment = new HashMap<>();
            environment.put(Provision.DATABASE_HOST, address.host());
            environment.put(Provision.DATABASE_PORT, Integer.toString(address.port()));
            environment.put(Provision.SUPERUSER, address.superuser().username());
            environment.put(Provision.SUPERUSER_PASSWORD, address.superuser().password());
            environment.put(Provision.BROKER, broker.bootstrapServers());
            environment.put(Provision.ADMINISTRATOR_PASSWORD, "of-ADMINISTRATOR-of-the-broker");
            environment.put(Provision.READERS, "regulator");
            environment.put("REGULATOR_READS", ENTRIES);
            environment.put("REGULATOR_BROKER_PASSWORD", "of-REGULATOR_BROKER_PASSWORD");
            var passwords = passwordsOfComposeFile("OWNER|APP|RELAY|ERASER|AUDITOR");
            passwords.forEach(name -> environment.put(name, "of-" + name));
            passwordsOfComposeFile("BROKER").forEach(n -> environment.put(n, "of-" + n));

            new Provision(environment).run();
            new Provision(environment).run();

            for (String database : Provision.DATABASES) {
                String role = database + "_app";
                String password = "of-" + Provision.variable(role);
                DriverManager.getConnection(address.url(database), role, password).close();
            }
            assertThat(roles(address)).hasSameSizeAs(passwords);
            everybodyHasHisRightsOn(broker.bootstrapServers());
        }
    }

    private static void everybodyHasHisRightsOn(String broker) throws Exception {
        try (var admin = Admin.create(client(broker, "registry"))) {
            assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        }
        try (var admin = Admin.create(client(broker, "regulator"))) {
            assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS))
                    .containsExactly(ENTRIES);
        }
        send(broker, "whitelist", ENTRIES);
        for (var other : List.of("registry", "regulator")) {
            assertThatThrownBy(() -> send(broker, other, ENTRIES))
                    .as(other)
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
        var stranger = client(broker, "regulator");
        stranger.computeIfPresent(
                "sasl.jaas.config", (_, login) -> login.toString().replace("of-", "off"));
        try (var admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.listTopics().names().get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static void send(String broker, String name, String topic) throws Exception {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(client(broker, name), bytes, bytes)) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
        }
    }

    private static Map<String, Object> client(String broker, String name) {
        var login = new Credentials(name, "of-" + Provision.brokerVariable(name));
        return new HashMap<>(BrokerAccess.client(broker, login));
    }

    /** The compose file names each role's password, and none that is no role's. */
    private static List<String> passwordsOfComposeFile(String kinds) throws IOException {
        String name = "^      ((?!BROKER)[A-Z]+_(%s)_PASSWORD): ".formatted(kinds);
        return Pattern.compile(name, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../compose.yaml")))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static List<String> roles(PostgresServer server) throws SQLException {
        var superuser = server.superuser();
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"),
                                superuser.username(),
                                superuser.password());
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select rolname from pg_roles where rolcanlogin and not"
                                        + " rolsuper")) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    @Test
    void inventsNothingThatItWasNotTold() {
        assertThatThrownBy(() -> new Provision(Map.of()).run())
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining(Provision.DATABASE_HOST);
    }
}
