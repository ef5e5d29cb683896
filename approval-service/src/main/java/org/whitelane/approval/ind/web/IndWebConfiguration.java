package org.whitelane.approval.ind.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.security.PublicPaths;

@Configuration(proxyBeanMethods = false)
class IndWebConfiguration {

    /** The register is public; only recording needs a token. */
    @Bean
    static PublicPaths publicRegister() {
        return PublicPaths.of("GET " + IndController.PATH, "GET " + IndController.PATH + "/*");
    }
}
