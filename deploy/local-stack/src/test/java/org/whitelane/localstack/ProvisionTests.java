package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.embedded.Topics;
import org.whitelane.events.Topic;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class ProvisionTests {

    @TempDir Path dir;

    @Test
    void makesEveryDatabaseRoleAndTopicAndMayBeRepeated() throws Exception {
        try (var postgres = Postgres.start(dir.resolve("postgres"), Ports.free(), false);
                var broker =
                        Broker.start(dir.resolve("broker"), Ports.free(), Ports.free(), List.of())) {
            var address = postgres.address();
            Map<String, String> environment = new HashMap<>();
            environment.put(Provision.DATABASE_HOST, address.host());
            environment.put(Provision.DATABASE_PORT, Integer.toString(address.port()));
            environment.put(Provision.SUPERUSER, address.superuser().username());
            environment.put(Provision.SUPERUSER_PASSWORD, address.superuser().password());
            environment.put(Provision.BROKER, broker.bootstrapServers());
            for (String database : Provision.DATABASES) {
                for (String role : List.of("owner", "app", "relay", "eraser", "auditor")) {
                    environment.put(Provision.variable(database + "_" + role), "of " + role);
                }
            }

            new Provision(environment).run();
            new Provision(environment).run();

            for (String database : Provision.DATABASES) {
                DriverManager.getConnection(address.url(database), database + "_app", "of app")
                        .close();
            }
            try (var admin = Topics.admin(broker.bootstrapServers())) {
                assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS))
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            }
        }
    }

    @Test
    void inventsNothingThatItWasNotTold() {
        assertThatThrownBy(() -> new Provision(Map.of()).run())
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining(Provision.DATABASE_HOST);
    }
}
