package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

class FailuresTests {

    static Stream<Throwable> away() {
        return Stream.of(
                new Unavailable("SMTP is away", null),
                new CannotAcquireLockException("deadlock"),
                new PessimisticLockingFailureException("serialisation"),
                new QueryTimeoutException("slow"),
                new RecoverableDataAccessException("once more"),
                new DataAccessResourceFailureException("gone"),
                new CannotGetJdbcConnectionException("none left"),
                new CannotCreateTransactionException("no"),
                new TransactionSystemException("commit lost"),
                new SQLTransientConnectionException("pool"),
                new ConnectException("refused"),
                new SocketTimeoutException("silent"),
                new DisconnectException(),
                new SQLException("the transaction lay idle", "25P03"),
                new OutOfMemoryError("none"));
    }

    static Stream<Throwable> wrong() {
        return Stream.of(
                new NullPointerException(),
                new DataIntegrityViolationException("too long"),
                new DuplicateKeyException("twice"),
                new IllegalStateException("bug"),
                new StackOverflowError(),
                new SQLException("no state"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void waitsForAPartThatIsAwayHoweverDeepTheCause(Throwable away) {
        assertThat(Failures.isInfrastructure(away)).isTrue();
        assertThat(
                        Failures.isInfrastructure(
                                new IllegalStateException(new RuntimeException("wrapped", away))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void parksWhatIsWrongWithTheEventOrTheHandler(Throwable wrong) {
        assertThat(Failures.isInfrastructure(wrong)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "25006", "40001", "40P01", "53300", "55P03", "57P01", "57P03"
            })
    void knowsTheServersStates(String state) {
        assertThat(Failures.isInfrastructure(new RuntimeException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42501", "42P01", "25P02", "P0001"})
    void takesOtherStatesForTheHandlersFault(String state) {
        assertThat(Failures.isInfrastructure(new SQLException("x", state))).isFalse();
    }

    @Test
    void endsOnACircleOfCauses() {
        var outer = new RuntimeException("outer");
        outer.initCause(new RuntimeException("inner", outer));

        assertThat(Failures.isInfrastructure(outer)).isFalse();
    }
}
