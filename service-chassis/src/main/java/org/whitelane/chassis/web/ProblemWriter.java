package org.whitelane.chassis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The one place that writes a problem: for controllers, filters, the security chain and the
 * container alike.
 */
public final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Consumer<Problem> written;

    /**
     * @param written told of each problem, to count it
     */
    ProblemWriter(Consumer<Problem> written) {
        this.written = written;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(request, response, problem, Map.of());
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            Map<String, String> headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        written.accept(problem);
        response.resetBuffer();
        headers.forEach(response::setHeader);
        var wait = problem.retryAfter();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
        var version = problem.currentVersion();
        if (version != null) {
            response.setHeader("ETag", EntityTags.of(version));
        }
        var bytes =
                JSON.writeValueAsBytes(
                        ProblemDocument.of(problem, path(request), MDC.get("correlationId")));
        response.setStatus(problem.status().value());
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }

    /**
     * Without the query, which may hold what is no one else's business; after a forward inside, to
     * /error say, the path that the caller asked for.
     */
    private static String path(HttpServletRequest request) {
        for (var forwarded :
                List.of(
                        RequestDispatcher.ERROR_REQUEST_URI,
                        RequestDispatcher.FORWARD_REQUEST_URI)) {
            if (request.getAttribute(forwarded) instanceof String original) {
                return original;
            }
        }
        return request.getRequestURI();
    }
}
