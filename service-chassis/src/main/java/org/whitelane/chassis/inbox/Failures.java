package org.whitelane.chassis.inbox;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells "a part is away, wait" from "this event cannot be applied, park it". */
final class Failures {

    private static final int DEEPEST = 20;

    private Failures() {}

    static boolean isInfrastructure(Throwable thrown) {
        Throwable cause = thrown;
        // a chain of causes may be a circle
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isAway(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case Unavailable _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    SocketException _,
                    SocketTimeoutException _,
                    RetriableException _,
                    SQLTransientException _,
                    SQLRecoverableException _,
                    SQLNonTransientConnectionException _,
                    // nothing about the event; the next try may have the memory
                    OutOfMemoryError _ ->
                    true;
            case SQLException sql -> isOfTheServer(sql.getSQLState());
            default -> false;
        };
    }

    /**
     * SQL states: connection 08, a standby 25006, a transaction that lay idle 25P03, deadlock and
     * serialisation 40, out of resources 53, lock not available 55P03, intervention 57, system 58.
     */
    private static boolean isOfTheServer(@Nullable String state) {
        return state != null && state.matches("(08|40|53|57|58).{3}|25006|25P03|55P03");
    }
}
