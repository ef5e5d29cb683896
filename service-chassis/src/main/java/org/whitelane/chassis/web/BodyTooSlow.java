package org.whitelane.chassis.web;

import org.springframework.http.HttpStatus;

import java.io.IOException;

/** The caller's doing, as when it breaks off: nobody must count it against a service. */
public final class BodyTooSlow extends IOException {

    public BodyTooSlow() {
        super("the body did not arrive in time");
    }

    public Problem problem() {
        return Problem.of(
                HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The body did not arrive in time.");
    }
}
