package org.whitelane.registry.credential;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.security.Role;

import java.util.List;
import java.util.UUID;

/** A credential to be issued. */
public record Wanted(@Nullable UUID organisation, List<Role> roles) {

    public Wanted {
        roles = List.copyOf(roles);
        if (organisation == null && roles.stream().anyMatch(Credential::needsOrganisation)) {
            throw new IllegalArgumentException("One of %s needs an organisation".formatted(roles));
        }
    }
}
