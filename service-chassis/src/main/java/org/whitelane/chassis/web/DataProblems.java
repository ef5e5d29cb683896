package org.whitelane.chassis.web;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;

import java.time.Duration;

/**
 * What a failure below the edge means to the caller: two writers met, a part is away, or we have a
 * bug.
 */
final class DataProblems {

    private DataProblems() {}

    static Problem from(Throwable thrown) {
        return switch (thrown) {
            // a service that can tell more checks first: this is a race
            case DuplicateKeyException e ->
                    met("Somebody else did the same at the same time; read it again.");
            case OptimisticLockingFailureException e ->
                    met("Somebody else changed it at the same time; read it again.");
            case ConcurrencyFailureException e ->
                    unavailable("Too much at once; try again.").retryAfter(Duration.ofSeconds(1));
            case TransientDataAccessResourceException e when !Infrastructure.isAway(e) ->
                    unavailable("Nothing can be saved here until an operator has helped.")
                            .retryAfter(Duration.ofMinutes(1));
            case DataAccessException e -> byState(e);
            // Spring Data JDBC wraps
            case RuntimeException e when e.getCause() instanceof DataAccessException cause ->
                    from(cause);
            default -> byState(thrown);
        };
    }

    static Problem away() {
        return unavailable(
                        "Something this service needs is away; whether it was done, a repeat with"
                                + " the same Idempotency-Key tells.")
                .retryAfter(Duration.ofSeconds(5));
    }

    private static Problem byState(Throwable thrown) {
        if (Infrastructure.refusesText(thrown)) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "text-not-allowed",
                    "A text holds a character that cannot be stored.");
        }
        if (Infrastructure.refusesSize(thrown)) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "value-out-of-range",
                    "A value is larger or longer than can be stored.");
        }
        return Infrastructure.isAway(thrown) ? away() : Problems.internal();
    }

    private static Problem met(String detail) {
        return Problem.conflict("concurrent-change", detail).retryAfter(Duration.ofSeconds(1));
    }

    private static Problem unavailable(String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", detail);
    }
}
