package org.whitelane.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a PostgreSQL server answers, whoever started it: a child process, a container, a cluster.
 */
public record PostgresServer(String host, int port, Credentials superuser) {

    /**
     * What our servers are started with beyond PostgreSQL's defaults.
     *
     * @param durable fsync and synchronous commit on; off is for tests, where a crash of the
     *     machine loses nothing
     */
    public static List<String> settings(boolean durable) {
        String flag = durable ? "on" : "off";
        return List.of(
                "max_connections=200",
                "timezone=UTC",
                "log_timezone=UTC",
                "fsync=" + flag,
                "synchronous_commit=" + flag,
                "full_page_writes=" + flag);
    }

    /**
     * Creates the database and its roles with random passwords, or gives existing roles new ones.
     */
    public Database provision(String database) {
        return provision(database, _ -> Passwords.random());
    }

    /**
     * Creates what is missing and sets the passwords.
     *
     * @param passwords role name to password
     */
    public Database provision(String database, UnaryOperator<String> passwords) {
        try {
            return new Provisioning(this, database).run(passwords);
        } catch (SQLException e) {
            throw new IllegalStateException("Provisioning " + database + " failed.", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), superuser.username(), superuser.password());
    }
}
