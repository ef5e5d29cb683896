package org.whitelane.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.BadRequestException;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * What fails outside of any handler, in a filter or after the security chain, is answered and
 * logged like the rest.
 */
final class LastResortFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    LastResortFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | BadRequestException | BodyTooSlow e) {
            var cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            var problem = Problems.from(cause);
            ProblemResolver.log(problem, cause, response);
            problems.write(request, response, problem);
        }
    }
}
