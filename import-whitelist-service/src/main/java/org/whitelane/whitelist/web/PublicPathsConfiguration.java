package org.whitelane.whitelist.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.security.PublicPaths;

@Configuration(proxyBeanMethods = false)
class PublicPathsConfiguration {

    /** What stands on the list, and by which rules, is for everybody. */
    @Bean
    PublicPaths whitelistPublicPaths() {
        return PublicPaths.of(
                "GET /api/v1/whitelist/schemes",
                "GET /api/v1/whitelist/schemes/*",
                "GET /api/v1/whitelist/public/**");
    }
}
