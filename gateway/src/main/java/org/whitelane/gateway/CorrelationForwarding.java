package org.whitelane.gateway;

import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Passes on the correlation id that the chassis has checked or made, so that one id is found in
 * every service's log.
 */
@Component
class CorrelationForwarding implements RequestHttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        var correlationId = MDC.get("correlationId");
        if (correlationId == null) {
            return input;
        }
        var headers = new HttpHeaders(input);
        headers.set("X-Correlation-Id", correlationId);
        return headers;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
