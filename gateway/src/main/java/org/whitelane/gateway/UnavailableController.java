package org.whitelane.gateway;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.BodyTooSlow;
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
        if (cause(request) instanceof BodyTooSlow slow) {
            throw slow.problem();
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
                ? NestedExceptionUtils.getRootCause(thrown)
                : null;
    }
}
