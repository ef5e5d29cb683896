package org.whitelane.gateway;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

import java.util.List;

/**
 * The services' metrics lie behind the door, the door's own do not: they are given to the networks
 * that scrape them, and to nobody else.
 */
@Configuration(proxyBeanMethods = false)
class ScrapeConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain metricsForScrapers(
            HttpSecurity http, @Value("${whitelane.gateway.scraped-from}") List<String> networks) {
        var scrapers = networks.stream().map(IpAddressMatcher::new).toList();
        return http.securityMatcher("/actuator/prometheus/**")
                .authorizeHttpRequests(
                        paths ->
                                paths.anyRequest()
                                        .access(
                                                (_, context) ->
                                                        new AuthorizationDecision(
                                                                isFrom(
                                                                        scrapers,
                                                                        context.getRequest()))))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static boolean isFrom(List<IpAddressMatcher> networks, HttpServletRequest request) {
        return networks.stream().anyMatch(network -> network.matches(request));
    }
}
