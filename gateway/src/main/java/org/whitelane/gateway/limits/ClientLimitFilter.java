package org.whitelane.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.Callers;

import java.io.IOException;

/**
 * Behind the check of the token: from here on the client pays, and its network gets back what it
 * paid.
 */
final class ClientLimitFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final KnownTokens tokens;

    ClientLimitFilter(Limits limits, KnownTokens tokens) {
        this.limits = limits;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visit = Visit.of(request);
        var caller = Callers.current();
        if (visit == null || caller == null || passes(visit, clientOf(caller), request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean passes(
            Visit visit, String client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        visit.prove();
        if (!limits.isGeneral(visit.policy())) {
            return true; // paid already, as this client or for what everybody pays as a network
        }
        if (visit.token() != null) {
            tokens.remember(visit.token(), client);
        }
        visit.policy().giveBack(visit.network());
        return limits.admit(limits.client(), client, request, response)
                && moves(visit, client, request, response);
    }

    private boolean moves(
            Visit visit, String client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!limits.enter(client, request, response)) {
            return false;
        }
        limits.inFlight().leave(visit.payer());
        visit.paidBy(client);
        return true;
    }

    /** A subject is unique with its issuer only; a network's key has no blank. */
    private static String clientOf(Caller caller) {
        return caller.issuer() + " " + caller.subject();
    }
}
