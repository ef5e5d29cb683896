package org.whitelane.approval.ind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

@Configuration(proxyBeanMethods = false)
class IndConfiguration {

    /**
     * The newest catalogue; another year's classes are another file, not another branch in code.
     */
    @Bean
    static RegistrationClasses registrationClasses() throws IOException {
        try (var in = new ClassPathResource("registration-classes-2020.json").getInputStream()) {
            return JsonMapper.shared().readValue(in, RegistrationClasses.class);
        }
    }
}
