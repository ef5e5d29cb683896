package org.whitelane.chassis.security;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who calls, from the access token; a controller takes it as a parameter.
 *
 * @param issuer whose token it is: only with it a subject is unique
 * @param subject the credential's opaque id: one per officer
 * @param organisation id of the party the officer acts for; null for the suite's own operators
 */
public record Caller(
        String issuer, String subject, @Nullable String organisation, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
