package org.whitelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class PostgresTests {

    @TempDir Path dir;

    @Test
    void keepsDataAndPasswordsAcrossARestart() throws Exception {
        int port = Ports.free();
        try (var postgres = Postgres.start(dir, port, true)) {
            var database = postgres.provision("registry", role -> "secret-of-" + role);
            try (var connection = connect(database.url(), database.owner())) {
                connection.createStatement().execute("create table note (text text)");
                connection.createStatement().execute("insert into note values ('kept')");
                assertThat(one(connection, "show fsync")).isEqualTo("on");
                assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
            }
        }
        try (var postgres = Postgres.start(dir, port, true)) {
            var database = postgres.provision("registry", role -> "secret-of-" + role);
            try (var connection = connect(database.url(), database.owner())) {
                assertThat(one(connection, "select text from note")).isEqualTo("kept");
            }
        }
    }

    @Test
    void letsEachRoleIntoItsOwnDatabaseOnly() throws Exception {
        try (var postgres = Postgres.start(dir, Ports.free(), false)) {
            var registry = postgres.provision("registry");
            var approval = postgres.provision("approval");

            connect(registry.url(), registry.app()).close();
            assertThatThrownBy(() -> connect(approval.url(), registry.app()))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> connect(postgres.address().url("postgres"), registry.owner()))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(
                            () -> connect(registry.url(), new Credentials("registry_app", "wrong")))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(
                            () -> {
                                try (var connection = connect(registry.url(), registry.app())) {
                                    connection.createStatement().execute("create table x (y int)");
                                }
                            })
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void stopsTheServerThatAKilledOwnerLeftBehind() throws Exception {
        int port = Ports.free();
        var orphaned = Postgres.start(dir, port, false);
        orphaned.abandon();
        Postgres.stopLeftOver(dir);
        assertThat(orphaned.process().isAlive()).isFalse();
        assertThat(Ports.isFree(port)).isTrue();
        Postgres.stopLeftOver(dir);
        try (var postgres = Postgres.start(dir, port, false)) {
            assertThat(postgres.process().isAlive()).isTrue();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (var _ = Postgres.start(dir, Ports.free(), false)) {
            assertThatThrownBy(() -> Postgres.start(dir, Ports.free(), false))
                    .hasMessageContaining("another process uses this directory");
        }
    }

    private static Connection connect(String url, Credentials role) throws SQLException {
        return DriverManager.getConnection(url, role.username(), role.password());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
