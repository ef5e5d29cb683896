package org.whitelane.gateway;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.web.servlet.function.ServerResponse;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.chassis.observability.Work;

import java.net.URI;
import java.util.Objects;

/**
 * A span per call behind the door. The service continues this span, or what came in where none is
 * begun; a caller's own header goes no further than here.
 */
record TracedExchange(ProxyExchange exchange, Traces traces) implements ProxyExchange {

    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    /** By OpenTelemetry's conventions an error for the one who called. */
    private static final int FIRST_ERROR = 400;

    @Override
    public ServerResponse exchange(Request request) {
        var method = request.getMethod().name();
        var attributes = attributes(method, Objects.requireNonNull(request.getUri()));
        try (var call = traces.begin(method, SpanKind.CLIENT, Context.current(), attributes)) {
            pass(call, request);
            try {
                var response = exchange.exchange(request);
                answered(call, response.statusCode().value());
                return response;
            } catch (RuntimeException e) {
                call.fail(e.getClass().getName());
                throw e;
            }
        }
    }

    private static void pass(Work call, Request request) {
        var traceparent = call.traceparent();
        if (traceparent == null) {
            request.getHeaders().remove(Traces.HEADER);
        } else {
            request.getHeaders().set(Traces.HEADER, traceparent);
        }
    }

    private static void answered(Work call, int status) {
        call.set(STATUS, (long) status);
        if (status >= FIRST_ERROR) {
            call.fail(Integer.toString(status));
        }
    }

    private static Attributes attributes(String method, URI target) {
        return Attributes.builder()
                .put("http.request.method", method)
                .put("server.address", target.getHost())
                .put("server.port", target.getPort())
                .build();
    }
}
