package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells "a part is away, try again" from "we have a bug". */
final class Infrastructure {

    private Infrastructure() {}

    static boolean isAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    // neither commit nor rollback reached the database
                    || cause instanceof TransactionSystemException
                    || cause instanceof ConnectException
                    || cause instanceof SQLTransientException
                    || isOfClass(cause, "08", "57", "53", "25P03")) {
                return true;
            }
        }
        return false;
    }

    /** A character that the database's encoding does not have, which only NUL can still be. */
    static boolean refusesText(Throwable thrown) {
        return anyOfClass(thrown, "22021");
    }

    /** Too long a text, too large a number: a service that knows its columns says so earlier. */
    static boolean refusesSize(Throwable thrown) {
        return anyOfClass(thrown, "22001", "22003", "22008");
    }

    private static boolean anyOfClass(Throwable thrown, String... prefixes) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isOfClass(cause, prefixes)) {
                return true;
            }
        }
        return false;
    }

    /**
     * By the first digits of the SQL state: connection 08, shut-down by the operator 57, out of
     * resources 53, a transaction that lay idle 25P03.
     */
    private static boolean isOfClass(@Nullable Throwable cause, String... prefixes) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            for (var prefix : prefixes) {
                if (sql.getSQLState().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }
}
