package org.whitelane.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Turns away a body that says it is too large, or of a type that is none ({@code *}, which Spring
 * takes for a fault of ours), before anything is read of it. It buffers nothing, since the gateway
 * runs it too; {@link RawBody} counts what arrives without a length.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final BodySettings settings;

    BodyLimitFilter(ProblemWriter problems, BodySettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > settings.limit(request.getRequestURI())) {
            problems.write(request, response, RawBody.tooLarge());
        } else if (request.getContentType() != null && request.getContentType().contains("*")) {
            problems.write(request, response, Problems.byStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        } else {
            chain.doFilter(request, response);
        }
    }
}
