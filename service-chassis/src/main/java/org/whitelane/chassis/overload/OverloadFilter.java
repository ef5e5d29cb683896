package org.whitelane.chassis.overload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.whitelane.chassis.web.BodyMemory;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.ProblemWriter;

import java.io.IOException;
import java.time.Duration;

/** Gives each request a place, and the memory and time that its body may take. */
final class OverloadFilter extends OncePerRequestFilter {

    private final Places places;
    private final BodyMemory memory;
    private final Duration bodyTime;
    private final ProblemWriter problems;

    OverloadFilter(Places places, BodyMemory memory, Duration bodyTime, ProblemWriter problems) {
        this.places = places;
        this.memory = memory;
        this.bodyTime = bodyTime;
        this.problems = problems;
    }

    /** Who watches us, and decides whether to restart us, must not wait behind the flood. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.enter()) {
            problems.write(request, response, Problem.overloaded());
            return;
        }
        try (var share = memory.share()) {
            share.attachTo(request);
            chain.doFilter(new TimedBody(request, bodyTime), response);
        } finally {
            places.leave();
        }
    }
}
