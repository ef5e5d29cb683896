package org.whitelane.chassis.security;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.whitelane.chassis.web.Problem;

import java.time.Duration;

/** Why a token does not open the door: one sentence, nothing of the inside. */
final class TokenRefused extends AuthenticationException {

    private final transient Problem problem;

    private TokenRefused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static TokenRefused invalid(String detail) {
        return new TokenRefused(Problem.of(HttpStatus.UNAUTHORIZED, "token-invalid", detail));
    }

    static TokenRefused expired() {
        return new TokenRefused(
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "token-expired",
                        "The access token has expired; get a new one."));
    }

    static Problem missing() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "token-missing",
                "This needs an access token: Authorization: Bearer ….");
    }

    /**
     * Not a 401: the token may be perfectly good, and a caller told otherwise would throw it away
     * and load the issuer, which has just gone, with requests for a new one.
     */
    static TokenRefused keysUnavailable() {
        return new TokenRefused(
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "token-keys-unavailable",
                                "The token's issuer cannot be asked for its keys at the moment.")
                        .retryAfter(Duration.ofSeconds(5)));
    }

    Problem problem() {
        return problem;
    }
}
