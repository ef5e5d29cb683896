package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.embedded.PostgresServer;
import org.whitelane.embedded.Topics;
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

    @TempDir Path dir;

    @Test
    void makesEveryDatabaseRoleAndTopicAndMayBeRepeated() throws Exception {
        try (var postgres = Postgres.start(dir.resolve("postgres"), Ports.free(), false);
                var broker =
                        Broker.start(
                                dir.resolve("broker"), Ports.free(), Ports.free(), List.of())) {
            var address = postgres.address();
            Map<String, String> environment = new HashMap<>();
            environment.put(Provision.DATABASE_HOST, address.host());
            environment.put(Provision.DATABASE_PORT, Integer.toString(address.port()));
            environment.put(Provision.SUPERUSER, address.superuser().username());
            environment.put(Provision.SUPERUSER_PASSWORD, address.superuser().password());
            environment.put(Provision.BROKER, broker.bootstrapServers());
            var passwords = passwordsOfComposeFile();
            passwords.forEach(name -> environment.put(name, "of " + name));

            new Provision(environment).run();
            new Provision(environment).run();

            for (String database : Provision.DATABASES) {
                String role = database + "_app";
                String password = "of " + Provision.variable(role);
                DriverManager.getConnection(address.url(database), role, password).close();
            }
            assertThat(roles(address)).hasSameSizeAs(passwords);
            try (var admin = Topics.admin(broker.bootstrapServers())) {
                assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS))
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            }
        }
    }

    /** The compose file names each role's password, and none that is no role's. */
    private static List<String> passwordsOfComposeFile() throws IOException {
        String name = "^      ([A-Z]+_(OWNER|APP|RELAY|ERASER|AUDITOR)_PASSWORD): ";
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
