package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One database session that may hold the leader's lock. Whatever it writes ends with it, before the
 * lock is free again: that is all the fencing there is, and all that is needed.
 */
final class LeaderSession implements AutoCloseable {

    static final String CHANNEL = "whitelane_journal";

    /** Advisory locks are per database, so one number serves all services. */
    private static final long LOCK = 0x57_4C_4A_4F_55_52_4EL;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LeaderSession(Connection connection) {
        this.connection = connection;
        var only = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(only);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(only));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /**
     * Outside business transactions: a NOTIFY at commit takes a lock that the whole server shares.
     */
    void notifyLeader() {
        jdbc.sql("select pg_notify(:channel, '')")
                .param("channel", CHANNEL)
                .query((row, i) -> "")
                .list();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // the server had ended it
        }
    }
}
