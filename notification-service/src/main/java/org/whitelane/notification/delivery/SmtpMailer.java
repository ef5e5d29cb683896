package org.whitelane.notification.delivery;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.chassis.observability.Work;

import java.time.Duration;

/**
 * The SMTP server behind a rate limit, a circuit breaker and retries. Only what certainly did not
 * reach the server is retried here.
 */
@Component
class SmtpMailer {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final JavaMailSenderImpl server;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final RateLimiter limiter;
    private final Traces traces;

    SmtpMailer(
            JavaMailSenderImpl server,
            DeliverySettings settings,
            MeterRegistry meters,
            Traces traces) {
        this.server = server;
        this.traces = traces;
        var breakers = CircuitBreakerRegistry.of(breaker(settings));
        var retries = RetryRegistry.of(retry(settings));
        var limiters = RateLimiterRegistry.of(limit(settings));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
        this.breaker = breakers.circuitBreaker("smtp");
        this.retry = retries.retry("smtp");
        this.limiter = limiters.rateLimiter("smtp");
    }

    /** False while the breaker leaves the server alone: nothing needs to be claimed then. */
    boolean ready() {
        if (breaker.getState() != CircuitBreaker.State.OPEN) {
            return true;
        }
        // an open breaker turns half-open only when asked; ask, and give the permission back
        if (breaker.tryAcquirePermission()) {
            breaker.releasePermission();
            return true;
        }
        return false;
    }

    /** Waits for its turn under the rate limit; false if that took too long. */
    boolean pace() {
        return limiter.acquirePermission();
    }

    SmtpConnection open() {
        return new SmtpConnection(server);
    }

    OutgoingMail blank(String messageId) {
        return new OutgoingMail(server.getSession(), messageId);
    }

    /**
     * @param cause the trace that the mail belongs to
     */
    DeliveryResult send(SmtpConnection connection, OutgoingMail mail, @Nullable String cause) {
        try (var work =
                traces.begin("send mail", SpanKind.CLIENT, Traces.context(cause), target())) {
            try {
                var result = retry.executeSupplier(() -> once(connection, mail));
                tell(work, result);
                return result;
            } catch (RuntimeException e) {
                work.fail(e.getClass().getName());
                throw e;
            }
        }
    }

    /** Of the mail itself nothing: who gets it is personal, and its subject may be. */
    private Attributes target() {
        return Attributes.builder()
                .put("messaging.system", "smtp")
                .put("messaging.operation.name", "send")
                .put("messaging.operation.type", "send")
                .put("server.address", String.valueOf(server.getHost()))
                .put("server.port", server.getPort())
                .build();
    }

    private static void tell(Work work, DeliveryResult result) {
        switch (result) {
            case DeliveryResult.Sent _ -> {}
            case DeliveryResult.Refused(var code) -> work.fail(code);
            case DeliveryResult.Deferred(var code) -> work.fail(code);
            case DeliveryResult.Unreachable(var why) -> work.fail(why);
            case DeliveryResult.Uncertain(var why) -> work.fail(why);
        }
    }

    private DeliveryResult once(SmtpConnection connection, OutgoingMail mail) {
        try {
            return breaker.executeSupplier(() -> connection.send(mail));
        } catch (CallNotPermittedException e) {
            return new DeliveryResult.Unreachable("breaker open");
        }
    }

    private static CircuitBreakerConfig breaker(DeliverySettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(settings.breakerOpenFor())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordResult(SmtpMailer::meansTrouble)
                .build();
    }

    private static boolean meansTrouble(Object result) {
        return switch ((DeliveryResult) result) {
            case DeliveryResult.Unreachable _, DeliveryResult.Uncertain _ -> true;
            case DeliveryResult.Sent _, DeliveryResult.Refused _, DeliveryResult.Deferred _ ->
                    false;
        };
    }

    private static RetryConfig retry(DeliverySettings settings) {
        return RetryConfig.<DeliveryResult>custom()
                .maxAttempts(settings.tries())
                .intervalFunction(
                        IntervalFunction.ofExponentialRandomBackoff(settings.backOff(), 2.0, 0.5))
                .retryOnResult(result -> result instanceof DeliveryResult.Unreachable)
                .build();
    }

    private static RateLimiterConfig limit(DeliverySettings settings) {
        return RateLimiterConfig.custom()
                .limitForPeriod(settings.ratePerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(LONGEST_WAIT)
                .build();
    }
}
