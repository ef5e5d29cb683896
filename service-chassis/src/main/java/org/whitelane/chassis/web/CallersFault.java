package org.whitelane.chassis.web;

import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;

import java.io.IOException;

/**
 * What shows only while a request is read: its body ends too early or comes too slowly, a parameter
 * is not allowed. Whoever was doing something with it then, a gateway's call say, has not failed.
 */
public final class CallersFault {

    private static final int DEEPEST = 20;

    private CallersFault() {}

    /**
     * @return the refusal, if the failure or one of its causes is the caller's doing
     */
    public static @Nullable Problem in(@Nullable Throwable failure) {
        Throwable cause = failure;
        // a chain of causes may be a circle
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var problem = problem(cause);
            if (problem != null) {
                return problem;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /**
     * What the container met while a body was read, whoever read it: it has decided the status by
     * then, and its failure, an end of file say, could otherwise be anything's.
     */
    static @Nullable Problem whileReading(Throwable thrown, @Nullable HttpStatus decided) {
        if (!(thrown instanceof IOException)) {
            return null;
        }
        return switch (decided) {
            case BAD_REQUEST -> brokenOff();
            case REQUEST_TIMEOUT -> new BodyTooSlow().problem();
            case null, default -> null;
        };
    }

    private static Problem brokenOff() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "body-incomplete",
                "The body broke off before its end, or is not framed as its headers say.");
    }

    private static @Nullable Problem problem(Throwable thrown) {
        return switch (thrown) {
            case BodyTooSlow slow -> slow.problem();
            case BadRequestException e -> brokenOff();
            case RequestRejectedException e ->
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "request-rejected",
                            "The request line, a header or a parameter is not allowed.");
            case InvalidParameterException e ->
                    Problems.byStatus(
                            Problems.statusOf(e.getErrorCode())); // Tomcat's view of a form
            default -> null;
        };
    }
}
