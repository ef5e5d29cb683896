package org.whitelane.whitelist.receipt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.keys.FirstKey;
import org.whitelane.chassis.keys.KeyWrap;

@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    @Bean
    KeyWrap keyWrap(IssuerSettings settings) {
        return KeyWrap.of(settings.keyFile());
    }

    @Bean
    FirstKey firstIssuerKey(IssuerKeyRing keys) {
        return new FirstKey(keys::ensureOne);
    }
}
