package org.whitelane.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.whitelane.chassis.web.ProblemWriter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** After what strips untrusted headers, before everything that costs. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 12;

    private static final int BEHIND_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    Limits limits(LimitSettings settings, ProblemWriter problems, MeterRegistry metrics) {
        return new Limits(settings, problems, metrics, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    KnownTokens knownTokens(LimitSettings settings) {
        return new KnownTokens(settings.remembered());
    }

    @Bean
    ClaimedClients claimedClients(LimitSettings settings) {
        var wrongSecrets =
                new Buckets(
                        "credential",
                        settings.credential(),
                        settings.remembered(),
                        TimeMeter.SYSTEM_NANOTIME);
        return new ClaimedClients(wrongSecrets, settings.remembered());
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitFilter(
            Limits limits, KnownTokens tokens, ClaimedClients claimed) {
        var registration = new FilterRegistrationBean<>(new LimitFilter(limits, tokens, claimed));
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ClientLimitFilter> clientLimitFilter(Limits limits, KnownTokens tokens) {
        var registration = new FilterRegistrationBean<>(new ClientLimitFilter(limits, tokens));
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }
}
