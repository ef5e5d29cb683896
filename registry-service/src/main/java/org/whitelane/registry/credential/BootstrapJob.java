package org.whitelane.registry.credential;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

@Component
@EnableConfigurationProperties(BootstrapSettings.class)
class BootstrapJob implements ApplicationRunner {

    private final BootstrapSettings settings;
    private final CredentialService credentials;

    BootstrapJob(BootstrapSettings settings, CredentialService credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public void run(ApplicationArguments args) {
        var id = settings.clientId();
        var secret = settings.clientSecret();
        if (id != null && secret != null && !id.isBlank() && !secret.isBlank()) {
            credentials.bootstrap(id, secret);
        }
    }
}
