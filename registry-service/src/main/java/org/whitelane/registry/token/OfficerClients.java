package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.whitelane.registry.credential.Credential;
import org.whitelane.registry.credential.CredentialService;

import java.util.List;

/** Shows the credentials to the authorization server; a revoked one is not there. */
@Component
class OfficerClients implements RegisteredClientRepository {

    static final String ORGANISATION = "whitelane.organisation";
    static final String ROLES = "whitelane.roles";

    private final CredentialService credentials;
    private final SigningSettings settings;

    OfficerClients(CredentialService credentials, SigningSettings settings) {
        this.credentials = credentials;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Credentials are issued by the registrar");
    }

    /** Id and client id are the same. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return credentials
                .find(clientId)
                .filter(Credential::isActive)
                .map(this::client)
                .orElse(null);
    }

    private RegisteredClient client(Credential credential) {
        return RegisteredClient.withId(credential.clientId())
                .clientId(credential.clientId())
                .clientSecret(credential.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(clientSettings(credential))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(settings.tokenLife()).build())
                .build();
    }

    private static ClientSettings clientSettings(Credential credential) {
        var builder =
                ClientSettings.builder()
                        .setting(
                                ROLES,
                                List.copyOf(credential.roles().stream().map(Enum::name).toList()));
        var organisation = credential.organisation();
        return organisation == null
                ? builder.build()
                : builder.setting(ORGANISATION, organisation.toString()).build();
    }
}
