package org.whitelane.registry.credential;

import org.whitelane.registry.organisation.OrganisationStatus;

import java.util.UUID;

/** What came of issuing a credential. */
public sealed interface Issuance {

    /**
     * @param secret in the clear, for this one answer
     */
    record Issued(Credential credential, String secret) implements Issuance {
        @Override
        public String toString() {
            return "Issued[%s]".formatted(credential);
        }
    }

    record UnknownOrganisation(UUID organisation) implements Issuance {}

    record OrganisationNotActive(UUID organisation, OrganisationStatus status)
            implements Issuance {}
}
