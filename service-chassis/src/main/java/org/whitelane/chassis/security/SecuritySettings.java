package org.whitelane.chassis.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Whose tokens are believed.
 *
 * @param clockSkew how far the clocks of the issuer and of this machine may be apart
 */
@ConfigurationProperties("whitelane.security")
record SecuritySettings(
        @DefaultValue List<TrustedIssuer> issuers, @DefaultValue("10s") Duration clockSkew) {

    /**
     * @param issuer the exact {@code iss} of its tokens
     * @param keySetFile where the last good key set is kept over restarts
     */
    record TrustedIssuer(
            String issuer,
            URI keySetUri,
            @Nullable Path keySetFile,
            @DefaultValue("whitelane") String audience,
            @DefaultValue Claims claims) {

        @SuppressWarnings("NullAway") // the binder passes null for what nobody set
        TrustedIssuer {
            if (issuer == null || issuer.isBlank() || keySetUri == null) {
                throw new IllegalArgumentException(
                        "whitelane.security.issuers: each needs issuer and key-set-uri");
            }
        }
    }

    /** Names of the claims; a dot leads into an object, as in {@code realm_access.roles}. */
    record Claims(
            @DefaultValue("sub") String subject,
            @DefaultValue("organisation") String organisation,
            @DefaultValue("roles") String roles) {}
}
