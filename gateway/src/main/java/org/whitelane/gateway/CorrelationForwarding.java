package org.whitelane.gateway;

import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * Passes on the correlation id that the chassis has checked or made, so that one id is found in
 * every service's log, and answers it once: the service behind says the same one again.
 */
@Configuration(proxyBeanMethods = false)
class CorrelationForwarding {

    private static final String HEADER = "X-Correlation-Id";

    @Bean
    RequestHttpHeadersFilter sameCorrelationIdBehindTheDoor() {
        return (input, _) -> {
            var headers = new HttpHeaders(input);
            headers.set(HEADER, MDC.get("correlationId"));
            return headers;
        };
    }

    @Bean
    ResponseHttpHeadersFilter oneCorrelationIdInTheAnswer() {
        return (input, _) -> {
            var headers = new HttpHeaders(input);
            headers.remove(HEADER);
            return headers;
        };
    }
}
