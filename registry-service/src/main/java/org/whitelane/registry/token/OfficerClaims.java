package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;

/**
 * Puts into a token what services ask: for whom the officer acts, with which roles, for which
 * audience.
 */
@Component
class OfficerClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final SigningSettings settings;

    OfficerClaims(SigningSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var client = context.getRegisteredClient().getClientSettings();
        @Nullable String organisation = client.getSetting(OfficerClients.ORGANISATION);
        List<String> roles = Objects.requireNonNull(client.getSetting(OfficerClients.ROLES));
        context.getClaims().audience(List.of(settings.audience())).claim("roles", roles);
        if (organisation != null) {
            context.getClaims().claim("organisation", organisation);
        }
    }
}
