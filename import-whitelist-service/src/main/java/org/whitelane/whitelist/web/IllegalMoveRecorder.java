package org.whitelane.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.whitelane.whitelist.core.MoveRefused;

import java.time.Clock;

/**
 * Keeps what was tried in vain. It is heard in the transaction that is about to be undone, and
 * written when that is over and its connection given back: with the request's own thread, so that
 * nothing has to be queued, and nobody waits for a second connection while he holds a first.
 */
@Component
class IllegalMoveRecorder implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(IllegalMoveRecorder.class);
    private static final String HEARD = IllegalMoveRecorder.class.getName();

    private final IllegalMoves moves;
    private final Clock clock;

    IllegalMoveRecorder(IllegalMoves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /** Whatever is tried without a request is the suite's own, and no client's. */
    @EventListener
    void on(MoveRefused move) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(HEARD, move, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown) {
        if (request.getAttribute(HEARD) instanceof MoveRefused move) {
            request.removeAttribute(HEARD);
            try {
                moves.add(move, clock.instant(), MDC.get("correlationId"));
            } catch (DataAccessException e) {
                // the caller has the answer; that it is not in the list must not change it
                LOG.warn("an illegal move was not recorded: {}", move.move(), e);
            }
        }
    }
}
