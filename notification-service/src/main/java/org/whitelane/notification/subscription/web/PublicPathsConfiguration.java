package org.whitelane.notification.subscription.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.security.PublicPaths;

@Configuration(proxyBeanMethods = false)
class PublicPathsConfiguration {

    /** Subscribers have no account: the token in the link is the permission. */
    @Bean
    PublicPaths publicMailPaths() {
        return PublicPaths.of(
                "POST /api/v1/notification/subscriptions", "GET /mail/**", "POST /mail/**");
    }
}
