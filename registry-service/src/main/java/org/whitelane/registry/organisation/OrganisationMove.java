package org.whitelane.registry.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The moves of a party's status, and from where each is allowed. */
public enum OrganisationMove {
    SUSPENSION(Set.of(OrganisationStatus.ACTIVE), OrganisationStatus.SUSPENDED),
    REINSTATEMENT(Set.of(OrganisationStatus.SUSPENDED), OrganisationStatus.ACTIVE),
    DEREGISTRATION(
            Set.of(OrganisationStatus.ACTIVE, OrganisationStatus.SUSPENDED),
            OrganisationStatus.DEREGISTERED);

    private final Set<OrganisationStatus> from;
    private final OrganisationStatus to;

    OrganisationMove(Set<OrganisationStatus> from, OrganisationStatus to) {
        this.from = from;
        this.to = to;
    }

    public static List<OrganisationMove> allowedFrom(OrganisationStatus status) {
        return Arrays.stream(values()).filter(move -> move.from.contains(status)).toList();
    }

    boolean isAllowedFrom(OrganisationStatus status) {
        return from.contains(status);
    }

    OrganisationStatus to() {
        return to;
    }
}
