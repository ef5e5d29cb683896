package org.whitelane.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Lets in who has some of a quota left, before anything is done for the request: before its token
 * is checked, too. Whose token is known pays as that client; everybody else pays as the network the
 * request comes from, until the token is found good. So a flood of bad tokens ends here, and a
 * caller with a good one is not held responsible for its neighbours.
 */
final class LimitFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final KnownTokens tokens;
    private final ClaimedClients claimed;

    LimitFilter(Limits limits, KnownTokens tokens, ClaimedClients claimed) {
        this.limits = limits;
        this.tokens = tokens;
        this.claimed = claimed;
    }

    /** Who watches the door must see it in a flood, too. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visit = arrive(request);
        if (!limits.admit(visit.policy(), visit.payer(), request, response)
                || !limits.enter(visit.payer(), request, response)) {
            return;
        }
        visit.attachTo(request);
        try {
            if (Limits.asksForToken(request)) {
                askForToken(visit, request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            limits.inFlight().leave(visit.payer());
            forgetIfRefused(visit);
        }
    }

    private Visit arrive(HttpServletRequest request) {
        var network = Networks.of(request.getRemoteAddr());
        var token = bearer(request);
        var policy = limits.ofStranger(request);
        var client = token == null || !limits.isGeneral(policy) ? null : tokens.clientOf(token);
        return client == null
                ? new Visit(network, token, policy, network)
                : new Visit(network, token, limits.client(), client);
    }

    private void askForToken(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var id = ClaimedClients.in(request);
        var refusal = id == null ? null : claimed.refusal(id, visit.network());
        if (refusal != null) {
            limits.refuse(claimed.description(), refusal, request, response);
            return;
        }
        chain.doFilter(request, response);
        if (id != null) {
            claimed.tried(id, visit.network(), response.getStatus());
        }
    }

    /** The client does not pay twice for a token that has expired or is not its own any more. */
    private void forgetIfRefused(Visit visit) {
        if (visit.policy() == limits.client() && !visit.isProven() && visit.token() != null) {
            tokens.forget(visit.token());
        }
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : null;
    }
}
