package org.whitelane.chassis.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** An edge that hears no key of those who change a card. */
final class KeyDropper extends OncePerRequestFilter {

    private static final Set<Breach> DEAF =
            EnumSet.of(
                    Breach.CHANGE_REPEATED,
                    Breach.RACING_REPEATS_CHANGE,
                    Breach.KEY_OF_CHANGE_UNCHECKED);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("PUT")
                || DEAF.stream().noneMatch(b -> request.getRequestURI().startsWith("/" + b + "/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable String getHeader(String name) {
                        return name.equals("Idempotency-Key") ? null : super.getHeader(name);
                    }
                },
                response);
    }
}
