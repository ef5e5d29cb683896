package org.whitelane.registry.organisation;

/** Whether a party may act. */
public enum OrganisationStatus {
    ACTIVE,
    SUSPENDED,
    /** For good. */
    DEREGISTERED
}
