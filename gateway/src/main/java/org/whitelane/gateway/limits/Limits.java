package org.whitelane.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.ProblemWriter;

import java.io.IOException;
import java.time.Duration;

/** The policies of this door, and how it tells callers about them. */
final class Limits {

    private static final RequestMatcher TOKEN = path(HttpMethod.POST, "/oauth2/token");
    private static final RequestMatcher SIGN_UP =
            path(HttpMethod.POST, "/api/v1/notification/subscriptions");

    private final Buckets client;
    private final Buckets anonymous;
    private final Buckets token;
    private final Buckets signUp;
    private final InFlight inFlight;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;

    Limits(LimitSettings settings, ProblemWriter problems, MeterRegistry metrics, TimeMeter time) {
        int remembered = settings.remembered();
        this.client = new Buckets("client", settings.client(), remembered, time);
        this.anonymous = new Buckets("anonymous", settings.anonymous(), remembered, time);
        this.token = new Buckets("token", settings.token(), remembered, time);
        this.signUp = new Buckets("sign-up", settings.signUp(), remembered, time);
        this.inFlight = new InFlight(settings.inFlight());
        this.problems = problems;
        this.metrics = metrics;
    }

    Buckets client() {
        return client;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** By the path as it will be routed: written with escapes it is still the same. */
    Buckets ofStranger(HttpServletRequest request) {
        if (asksForToken(request)) {
            return token;
        }
        return SIGN_UP.matches(request) ? signUp : anonymous;
    }

    static boolean asksForToken(HttpServletRequest request) {
        return TOKEN.matches(request);
    }

    /** Whether a client pays for this once its token is found good. */
    boolean isGeneral(Buckets policy) {
        return policy == anonymous;
    }

    /** Takes one, and says what is left; false when the refusal has been written. */
    boolean admit(
            Buckets policy, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var decision = policy.take(key);
        if (!decision.allowed()) {
            refuse(policy.description(), decision, request, response);
            return false;
        }
        describe(policy.description(), decision, response);
        return true;
    }

    /** Enters, or writes the refusal and answers false. */
    boolean enter(String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (inFlight.enter(key)) {
            return true;
        }
        refuse(
                inFlight.description(),
                new Decision(InFlight.POLICY, false, 0, 1),
                request,
                response);
        return false;
    }

    void refuse(
            String description,
            Decision decision,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        describe(description, decision, response);
        metrics.counter("whitelane.gateway.refusals", "policy", decision.policy()).increment();
        problems.write(
                request,
                response,
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "rate-limit-exceeded",
                                "The quota '%s' is used up for now; the header RateLimit-Policy tells it."
                                        .formatted(decision.policy()))
                        .retryAfter(Duration.ofSeconds(decision.seconds())));
    }

    /** The fields of draft-ietf-httpapi-ratelimit-headers. */
    private static void describe(
            String description, Decision decision, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", description);
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(decision.policy(), decision.remaining(), decision.seconds()));
    }

    private static RequestMatcher path(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
