package org.whitelane.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.PostgresServer;

import java.util.ArrayList;
import java.util.List;

/** The parts as containers; Testcontainers removes them at the end of this JVM. */
final class ContainerParts implements Parts {

    private static final String SUPERUSER = "postgres";

    @Override
    public PostgresServer postgres() {
        return PostgresHolder.POSTGRES;
    }

    @Override
    public ContainerBroker broker() {
        return BrokerHolder.BROKER;
    }

    @SuppressWarnings("resource") // lives as long as this JVM
    private static PostgresServer startPostgres() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        for (String setting : PostgresServer.settings(false)) {
            command.add("-c");
            command.add(setting);
        }
        var container =
                new PostgreSQLContainer(Infra.IMAGES.postgresName())
                        .withUsername(SUPERUSER)
                        .withDatabaseName("postgres")
                        .withCommand(command.toArray(String[]::new));
        container.start();
        return new PostgresServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                new Credentials(SUPERUSER, container.getPassword()));
    }

    private static final class PostgresHolder {
        static final PostgresServer POSTGRES = startPostgres();
    }

    private static final class BrokerHolder {
        static final ContainerBroker BROKER = new ContainerBroker();
    }
}
