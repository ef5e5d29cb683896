package org.whitelane.registry.credential.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.credential.Credential;

import java.util.List;
import java.util.UUID;

record CredentialView(
        String clientId,
        @Nullable UUID organisation,
        List<String> roles,
        String status,
        long version)
        implements Versioned {

    static CredentialView from(Credential credential) {
        return new CredentialView(
                credential.clientId(),
                credential.organisation(),
                credential.roles().stream().map(Enum::name).toList(),
                credential.status().name(),
                credential.version());
    }
}
