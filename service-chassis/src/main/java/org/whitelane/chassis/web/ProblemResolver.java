package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers whatever a handler throws, Spring's own exceptions included, and logs once what is our
 * fault.
 */
final class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException) {
            return null; // the security chain knows whether it is a 401 or a 403
        }
        var problem = Problems.from(exception);
        log(problem, exception, response);
        try {
            writer.write(request, response, problem, headers(exception));
        } catch (IOException e) {
            LOG.debug("the caller has gone", e);
        }
        return new ModelAndView();
    }

    static void log(Problem problem, Throwable exception, HttpServletResponse response) {
        if (response.isCommitted()) {
            logUntold(exception, response.getStatus());
        } else if (problem.code().equals(Problems.INTERNAL)) {
            LOG.error("unexpected", exception);
        } else if (problem.status().is5xxServerError()) {
            LOG.warn("{}: {}", problem.code(), exception.toString());
        }
    }

    /** Whoever breaks off, as often as he likes, costs a line at most, and no stack. */
    private static void logUntold(Throwable exception, int told) {
        var refused = HttpStatus.resolve(told);
        if (refused != null && refused.is4xxClientError()) {
            LOG.debug("the caller was told {} already: {}", told, exception.toString());
        } else {
            LOG.warn("nobody could be told: {}", exception.toString());
        }
    }

    /** E.g. Allow with a 405, Accept with a 415. */
    private static Map<String, String> headers(Exception exception) {
        var headers = new LinkedHashMap<String, String>();
        if (exception instanceof ErrorResponse answer) {
            answer.getHeaders()
                    .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        }
        return headers;
    }
}
