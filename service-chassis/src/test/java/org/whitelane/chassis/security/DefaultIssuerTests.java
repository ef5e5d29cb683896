package org.whitelane.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.whitelane.chassis.security.SecuritySettings.TrustedIssuer;

import java.util.List;

/** What a service that says only its name believes and connects to. */
class DefaultIssuerTests {

    private static final String ISSUER = "whitelane.security.issuers[0].";

    @Test
    void everyServiceTrustsTheRegistryOfItsSuite() {
        var environment = environment("--whitelane.public-base-url=https://door.example");

        assertThat(issuers(environment))
                .singleElement()
                .satisfies(
                        trusted -> {
                            assertThat(trusted.issuer()).isEqualTo("https://door.example");
                            assertThat(trusted.keySetUri())
                                    .hasToString("http://127.0.0.1:8081/oauth2/jwks");
                        });
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:15432/approval");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("approval_owner");
    }

    @Test
    void aForeignIssuerTakesItsPlaceAsAWhole() {
        var environment =
                environment(
                        "--" + ISSUER + "issuer=https://foreign.example",
                        "--" + ISSUER + "key-set-uri=https://foreign.example/keys");

        assertThat(issuers(environment))
                .extracting(TrustedIssuer::issuer)
                .containsExactly("https://foreign.example");
    }

    @Test
    void aForeignIssuerIsNotCompletedFromTheDefault() {
        var environment = environment("--" + ISSUER + "issuer=https://foreign.example");

        assertThatThrownBy(() -> issuers(environment))
                .hasRootCauseMessage(
                        "whitelane.security.issuers: each needs issuer and key-set-uri");
    }

    @Test
    void anApplicationsOwnDefaultsWin() {
        assertThat(environment().getProperty("server.address")).isEqualTo("127.0.0.9");
    }

    private static List<TrustedIssuer> issuers(Environment environment) {
        return Binder.get(environment)
                .bind("whitelane.security", SecuritySettings.class)
                .get()
                .issuers();
    }

    private static Environment environment(String... arguments) {
        try (var context =
                new SpringApplicationBuilder(Nothing.class)
                        .logStartupInfo(false)
                        .web(WebApplicationType.NONE)
                        .properties("whitelane.service=approval", "server.address=127.0.0.9")
                        .run(arguments)) {
            return context.getEnvironment();
        }
    }

    static class Nothing {}
}
