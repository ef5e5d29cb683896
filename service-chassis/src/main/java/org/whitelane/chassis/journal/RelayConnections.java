package org.whitelane.chassis.journal;

import com.zaxxer.hikari.HikariDataSource;

import org.postgresql.Driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens connections of the relay's role. */
final class RelayConnections {

    /** Followed by the process id, so that an operator sees who leads. */
    static final String LEADER = "whitelane-leader";

    private static final String KEEPALIVES =
            "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c"
                    + " client_connection_check_interval=2s";

    private final String url;
    private final JournalSettings settings;

    RelayConnections(String url, JournalSettings settings) {
        this.url = url;
        this.settings = settings;
    }

    /**
     * The connection that holds the leader's lock and on which all sequencing runs. The server ends
     * it when it is silent, be it idle, in a transaction, or not reading: a frozen leader loses the
     * lock and cannot write any more.
     */
    Connection openForLeader() throws SQLException {
        var silence = settings.leaderTimeout().toMillis();
        var properties = properties(LEADER + " " + ProcessHandle.current().pid());
        properties.setProperty(
                "options",
                KEEPALIVES
                        + " -c idle_session_timeout=%1$d -c idle_in_transaction_session_timeout=%1$d -c tcp_user_timeout=%1$d"
                                .formatted(silence));
        // the other direction: a server that does not answer any more
        properties.setProperty("socketTimeout", seconds(settings.leaderTimeout().multipliedBy(6)));
        return connect(properties);
    }

    /** For LISTEN; it is silent by nature. */
    Connection openForListening() throws SQLException {
        var properties = properties("whitelane-listener");
        properties.setProperty("options", KEEPALIVES);
        return connect(properties);
    }

    /** For the senders; empty as long as this instance does not lead. */
    HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(settings.relay().username());
        pool.setPassword(settings.relay().password());
        pool.setPoolName("relay");
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(2);
        pool.setIdleTimeout(60_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "whitelane-relay");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", "30");
        return pool;
    }

    private Properties properties(String name) {
        var properties = new Properties();
        properties.setProperty("user", settings.relay().username());
        properties.setProperty("password", settings.relay().password());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        return properties;
    }

    private Connection connect(Properties properties) throws SQLException {
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + url);
        }
        return connection;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
