package org.whitelane.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

class ProblemsTests {

    private static String code(Throwable thrown) {
        return Problems.from(thrown).status().value() + " " + Problems.from(thrown).code();
    }

    @Test
    void tellsAMissingDatabaseFromABug() {
        var away = "503 temporarily-unavailable";
        assertThat(
                        code(
                                new CannotGetJdbcConnectionException(
                                        "x", new SQLTransientConnectionException())))
                .isEqualTo(away);
        assertThat(code(new CannotCreateTransactionException("x", new SQLException())))
                .isEqualTo(away);
        assertThat(code(sql("57P01"))).isEqualTo(away);
        assertThat(code(sql("08006"))).isEqualTo(away);
        assertThat(code(sql("53300"))).isEqualTo(away);
        assertThat(code(new IllegalStateException(new ConnectException()))).isEqualTo(away);
        assertThat(code(new CannotAcquireLockException("deadlock"))).isEqualTo(away);
        assertThat(code(new TransientDataAccessResourceException("not now"))).isEqualTo(away);
        assertThat(Problems.from(sql("57P01")).retryAfter()).isNotNull();

        assertThat(code(sql("42P01"))).isEqualTo("500 internal-error");
        assertThat(code(new DataIntegrityViolationException("x"))).isEqualTo("500 internal-error");
        assertThat(code(new StackOverflowError())).isEqualTo("500 internal-error");
    }

    @Test
    void tellsTwoWritersThatTheyMet() {
        assertThat(code(new OptimisticLockingFailureException("x")))
                .isEqualTo("409 concurrent-change");
        assertThat(code(new DuplicateKeyException("x"))).isEqualTo("409 concurrent-change");
        assertThat(code(new IllegalStateException(new DuplicateKeyException("x"))))
                .isEqualTo("409 concurrent-change");
    }

    @Test
    void answersForTextThatOnlyTheDatabaseFoundOut() {
        assertThat(code(sql("22021"))).isEqualTo("400 text-not-allowed");
        assertThat(code(sql("22003"))).isEqualTo("400 value-out-of-range");
    }

    @Test
    void neverTellsTheInside() {
        assertThat(Problems.from(new IllegalStateException("password=x")).detail())
                .doesNotContain("password");
    }

    @Test
    void hasACodeForEveryStatus() {
        for (var status : HttpStatus.values()) {
            if (status.isError()) {
                assertThat(Problems.byStatus(status).code()).matches("[a-z][a-z-]*[a-z]");
            }
        }
    }

    private static UncategorizedSQLException sql(String state) {
        return new UncategorizedSQLException("task", "select", new SQLException("reason", state));
    }
}
