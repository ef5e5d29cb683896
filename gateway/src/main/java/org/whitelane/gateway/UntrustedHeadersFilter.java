package org.whitelane.gateway;

import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import java.util.Locale;

/**
 * Takes away what only the suite itself may say (event attributes, where a request came from) and
 * passes the correlation id on, which the chassis has checked or made.
 */
@Component
class UntrustedHeadersFilter implements RequestHttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        var trusted = new HttpHeaders();
        input.forEach(
                (name, values) -> {
                    if (!isUntrusted(name.toLowerCase(Locale.ROOT))) {
                        trusted.addAll(name, values);
                    }
                });
        var correlationId = MDC.get("correlationId");
        if (correlationId != null) {
            trusted.set("X-Correlation-Id", correlationId);
        }
        return trusted;
    }

    static boolean isUntrusted(String lowerCaseName) {
        return lowerCaseName.startsWith("ce_")
                || lowerCaseName.startsWith("ce-")
                || lowerCaseName.startsWith("x-forwarded-")
                || lowerCaseName.equals("forwarded")
                || lowerCaseName.equals("x-real-ip");
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
