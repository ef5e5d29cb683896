package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.stereotype.Component;
import org.whitelane.registry.organisation.Organisation;
import org.whitelane.registry.organisation.OrganisationService;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * The officers of a party that may not act get no tokens; those they have end within minutes. Asked
 * after the secret was found right, so it tells nobody else.
 */
@Component
class OfficerStanding implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {

    private final OrganisationService organisations;

    OfficerStanding(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        @Nullable String id =
                context.getRegisteredClient()
                        .getClientSettings()
                        .getSetting(OfficerClients.ORGANISATION);
        if (id == null) {
            return;
        }
        var organisation = organisations.find(UUID.fromString(id));
        if (!organisation.map(Organisation::isActive).orElse(false)) {
            var status = organisation.map(found -> found.status().name()).orElse("unknown");
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
                            "The organisation of this credential is " + status,
                            null));
        }
    }
}
