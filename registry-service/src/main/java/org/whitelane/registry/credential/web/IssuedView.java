package org.whitelane.registry.credential.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.credential.Credential;

import java.util.List;
import java.util.UUID;

/** The only answer that ever carries the secret. */
record IssuedView(
        String clientId,
        String clientSecret,
        @Nullable UUID organisation,
        List<String> roles,
        long version)
        implements Versioned {

    static IssuedView from(Credential credential, String secret) {
        return new IssuedView(
                credential.clientId(),
                secret,
                credential.organisation(),
                credential.roles().stream().map(Enum::name).toList(),
                credential.version());
    }

    @Override
    public String toString() {
        return "IssuedView[%s]".formatted(clientId);
    }
}
