package org.whitelane.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.security.PublicPaths;

/**
 * What needs no token here; each service decides for itself again. A token that is sent all the
 * same must be good.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
    PublicPaths withoutToken() {
        return PublicPaths.of(
                "GET /api/v1/*/openapi.json",
                "GET /api/v1/*/checkpoint-keys",
                "GET /api/v1/*/public-feed/*",
                "GET /docs",
                "GET /docs/*",
                "GET /webjars/swagger-ui/**",
                "POST /oauth2/token",
                "GET /oauth2/jwks",
                "GET /.well-known/**",
                "/mail/**",
                "GET /api/v1/approvals/ind/**",
                "GET /api/v1/whitelist/schemes",
                "GET /api/v1/whitelist/schemes/*",
                "GET /api/v1/whitelist/public/**",
                "POST /api/v1/notification/subscriptions",
                "/unavailable");
    }
}
