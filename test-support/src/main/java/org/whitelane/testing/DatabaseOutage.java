package org.whitelane.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database that lets nobody in: those who are in lose their sessions, the server and its other
 * databases go on.
 */
final class DatabaseOutage implements AutoCloseable {

    private final String url;
    private final String name;

    private DatabaseOutage(String url, String name) {
        this.url = url;
        this.name = name;
    }

    /**
     * @param url as a service's configuration has it
     */
    static DatabaseOutage of(String url) {
        var at = url.lastIndexOf('/') + 1;
        var name = url.substring(at).replaceAll("\\?.*", "");
        var outage = new DatabaseOutage(url.substring(0, at) + "postgres", name);
        outage.allow(false);
        return outage;
    }

    @Override
    public void close() {
        allow(true);
    }

    private void allow(boolean connections) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "alter database \"%s\" with allow_connections %s".formatted(name, connections));
            if (!connections) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                                .formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        var superuser = Infra.superuser();
        return DriverManager.getConnection(url, superuser.username(), superuser.password());
    }
}
