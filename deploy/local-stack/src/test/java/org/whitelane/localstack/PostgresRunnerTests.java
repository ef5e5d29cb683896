package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Ports;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

class PostgresRunnerTests {

    @TempDir Path dir;

    @Test
    void bringsTheDatabaseBackWithItsDataAfterAKill() throws Exception {
        int port = Ports.free();
        Path log = dir.resolve("postgres.log");
        var runner = new PostgresRunner(dir.resolve("postgres"), port, log);
        var console = new Console(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
        var part = new Part(Suite.POSTGRES, port, log, runner, console, () -> {});
        part.start();
        try {
            var database = runner.provision("registry", new Secrets(dir.resolve("secrets")));
            execute(database, "create table note (text text)");
            kill(part);
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .untilAsserted(() -> execute(database, "insert into note values ('kept')"));
        } finally {
            part.stop();
        }
        assertThat(part.status()).isNull();
    }

    private static void kill(Part part) {
        var status = part.status();
        assertThat(status).isNotNull();
        if (status != null) {
            ProcessHandle.of(status.pid()).orElseThrow().destroyForcibly();
        }
    }

    private static void execute(Database database, String statement) throws Exception {
        var owner = database.owner();
        try (var connection =
                DriverManager.getConnection(database.url(), owner.username(), owner.password())) {
            connection.createStatement().execute(statement);
        }
    }
}
