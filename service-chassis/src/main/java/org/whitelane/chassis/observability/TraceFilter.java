package org.whitelane.chassis.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

import java.io.IOException;
import java.util.Set;

/**
 * A span per request, named after its route. The path itself stays out of it, against the semantic
 * conventions: strangers write it, and links from mails carry tokens.
 */
final class TraceFilter extends OncePerRequestFilter {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final Traces traces;

    TraceFilter(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known = METHODS.contains(request.getMethod());
        var method = known ? request.getMethod() : "HTTP";
        var attributes =
                Attributes.of(METHOD, known ? method : "_OTHER", SCHEME, request.getScheme());
        var parent = Traces.context(request.getHeader(Traces.HEADER));
        try (var work = traces.begin(method, SpanKind.SERVER, parent, attributes)) {
            try {
                chain.doFilter(request, response);
                answered(work, response.getStatus());
            } catch (ServletException | IOException | RuntimeException | Error e) {
                answered(work, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                throw e;
            } finally {
                if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String route) {
                    work.rename(method + " " + route);
                    work.set(ROUTE, route);
                }
            }
        }
    }

    private static void answered(Work work, int status) {
        work.set(STATUS, (long) status);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            work.fail(Integer.toString(status));
        }
    }

    /** Probes and scrapes come every few seconds and lead nowhere. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }
}
