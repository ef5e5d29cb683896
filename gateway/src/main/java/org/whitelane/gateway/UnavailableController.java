package org.whitelane.gateway;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.CallersFault;
import org.whitelane.chassis.web.Problem;

import java.time.Duration;

/**
 * Where a circuit breaker sends a request whose service is away: nothing was tried again, the
 * caller decides.
 */
@RestController
class UnavailableController {

    @RequestMapping("/unavailable")
    void unavailable(HttpServletRequest request) {
        var callers = CallersFault.in(cause(request));
        if (callers != null) {
            throw callers;
        }
        throw Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "The service behind this address does not answer at the moment; what you"
                                + " sent may or may not have been done: repeat it with the same"
                                + " Idempotency-Key.")
                .retryAfter(Duration.ofSeconds(5));
    }

    private static @Nullable Throwable cause(HttpServletRequest request) {
        return request.getAttribute(MvcUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR)
                        instanceof Throwable thrown
                ? thrown
                : null;
    }
}
