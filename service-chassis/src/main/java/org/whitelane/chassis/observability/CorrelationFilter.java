package org.whitelane.chassis.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One id from the caller's request to the last consumer: taken from the caller if it is harmless,
 * else made here; logged with every line, answered, and written into each event by the journal.
 */
final class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";
    static final String CORRELATION = "correlationId";

    /** Goes into logs, headers and events: nothing that could break a line. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = idOf(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        MDC.put(CORRELATION, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CORRELATION);
        }
    }

    /** The container's forward to /error belongs to the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static String idOf(@Nullable String offered) {
        return offered != null && SAFE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
