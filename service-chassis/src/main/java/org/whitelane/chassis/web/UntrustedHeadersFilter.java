package org.whitelane.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

/**
 * Hides what a caller may not decide: where a request came from, attributes of events, and what
 * else than the trace's id goes along with a trace.
 */
final class UntrustedHeadersFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Stripped(request), response);
    }

    static boolean untrusted(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("ce_")
                || name.startsWith("ce-")
                || name.startsWith("x-forwarded-")
                || name.equals("forwarded")
                || name.equals("baggage")
                || name.equals("tracestate");
    }

    private static final class Stripped extends HttpServletRequestWrapper {

        Stripped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return untrusted(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return untrusted(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = Collections.list(super.getHeaderNames());
            names.removeIf(UntrustedHeadersFilter::untrusted);
            return Collections.enumeration(names);
        }
    }
}
