package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.time.Duration;
import java.util.List;

/**
 * A refusal on its way to the caller as RFC 9457 problem+json. Deciders return sealed outcomes;
 * only the web edge throws this, and it rolls the transaction back.
 */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<Fault> faults;
    private final @Nullable Duration retryAfter;
    private final @Nullable Long currentVersion;

    private Problem(
            HttpStatus status,
            String code,
            String detail,
            List<Fault> faults,
            @Nullable Duration retryAfter,
            @Nullable Long currentVersion) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
        this.currentVersion = currentVersion;
    }

    /** 400: the request does not have the documented shape. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request has %d fault%s."
                        .formatted(faults.size(), faults.size() == 1 ? "" : "s"),
                faults,
                null,
                null);
    }

    /** 404, also for what the caller may not see. */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", what + " was not found.");
    }

    /** 403: the role is missing; never used to hide an object. */
    public static Problem forbidden(String code, String detail) {
        return of(HttpStatus.FORBIDDEN, code, detail);
    }

    /** 409: not in this state. */
    public static Problem conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    /**
     * 412: the caller's {@code If-Match} names another version.
     *
     * @param current 0 when the aggregate is not there yet
     */
    public static Problem versionMismatch(long current) {
        var known = current >= Versioned.FIRST;
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "version-mismatch",
                known
                        ? "It has version %d by now; read it again.".formatted(current)
                        : "It is not there yet.",
                List.of(),
                null,
                known ? current : null);
    }

    /** 422: well-formed, but a rule refuses it. */
    public static Problem refused(String code, String detail, List<Fault> faults) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, faults, null, null);
    }

    /** 503: too much at once, here or behind; nothing was begun. */
    public static Problem overloaded() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "overloaded",
                        "There is too much to do at the moment; nothing was done.")
                .retryAfter(Duration.ofSeconds(2));
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), null, null);
    }

    /** The same, telling when another try makes sense. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, code, detail(), faults, wait, currentVersion);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        var message = getMessage();
        return message == null ? code : message;
    }

    public List<Fault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public @Nullable Long currentVersion() {
        return currentVersion;
    }
}
