package org.whitelane.gateway;

import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.whitelane.chassis.observability.Traces;

/**
 * Spring Cloud Gateway's exchange with a span around it: an interceptor would read whole bodies
 * into memory.
 */
@Configuration(proxyBeanMethods = false)
class TraceForwarding {

    @Bean
    ProxyExchange tracedExchange(
            RestClient.Builder client, GatewayMvcProperties properties, Traces traces) {
        return new TracedExchange(new RestClientProxyExchange(client.build(), properties), traces);
    }
}
