package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

/** Hears the wake-ups of other instances. Losing it costs latency only: the leader polls anyway. */
final class LeaderEar implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LeaderEar.class);

    private final RelayConnections connections;
    private final WakeUp wakeUp;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    LeaderEar(RelayConnections connections, WakeUp wakeUp) {
        this.connections = connections;
        this.wakeUp = wakeUp;
    }

    void open() {
        var _ = Thread.ofVirtual().name("journal-ear").start(this::listen);
    }

    @Override
    public void close() {
        closed = true;
        var open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run); // close() would wait for the reader
            } catch (SQLException e) {
                log.debug("the listening session was gone already", e);
            }
        }
    }

    private void listen() {
        while (!closed) {
            try (var listening = connections.openForListening()) {
                connection = listening;
                try (var statement = listening.createStatement()) {
                    statement.execute("listen " + LeaderSession.CHANNEL);
                }
                hear(listening.unwrap(PGConnection.class));
            } catch (SQLException e) {
                pause(e);
            }
        }
    }

    private void hear(PGConnection listening) throws SQLException {
        while (!closed) {
            var notifications = listening.getNotifications(10_000);
            if (notifications != null && notifications.length > 0) {
                wakeUp.signal();
            }
        }
    }

    private void pause(SQLException e) {
        if (closed) {
            return;
        }
        log.info("listening again in a second: {}", e.toString());
        try {
            Thread.sleep(1000); // a database that is away must not be hammered
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
