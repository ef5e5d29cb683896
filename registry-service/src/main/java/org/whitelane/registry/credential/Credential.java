package org.whitelane.registry.credential;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.security.Role;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one officer logs in with.
 *
 * @param clientId opaque; the {@code sub} of the officer's tokens and the actor in the journal
 * @param organisation the party the officer acts for; absent for those who act for the suite
 * @param version grows with every change
 */
public record Credential(
        String clientId,
        String secretHash,
        @Nullable UUID organisation,
        List<Role> roles,
        Status status,
        long version) {

    /** Whether it gets tokens. */
    public enum Status {
        ACTIVE,
        REVOKED
    }

    /** Roles that mean nothing without a party whose officer one is. */
    private static final Set<Role> OF_A_PARTY =
            Set.of(
                    Role.APPLICANT_ADMIN,
                    Role.RND_IMPORT_OFFICER,
                    Role.INTAKE_OFFICER,
                    Role.DISTRICT_REVIEWER,
                    Role.MEMBER_AGENCY_REVIEWER,
                    Role.MUNICIPAL_OFFICE,
                    Role.CUSTOMS_OFFICER);

    public Credential {
        roles = roles.stream().distinct().sorted().toList();
    }

    static Credential issue(String clientId, String secret, Wanted wanted) {
        return new Credential(
                clientId,
                Secret.hash(secret),
                wanted.organisation(),
                wanted.roles(),
                Status.ACTIVE,
                1);
    }

    public static boolean needsOrganisation(Role role) {
        return OF_A_PARTY.contains(role);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    Credential revoke() {
        return new Credential(
                clientId, secretHash, organisation, roles, Status.REVOKED, version + 1);
    }

    /** A hash does not belong into logs either. */
    @Override
    public String toString() {
        return "Credential[%s, %s, %s, %s]".formatted(clientId, organisation, roles, status);
    }
}
