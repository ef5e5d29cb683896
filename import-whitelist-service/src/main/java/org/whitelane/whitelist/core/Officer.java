package org.whitelane.whitelist.core;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Set;

/**
 * Who acts.
 *
 * @param subject the credential's opaque id
 * @param organisation the party acted for; null for the suite's own operators
 * @param roles names of roles
 */
public record Officer(String subject, @Nullable String organisation, Set<String> roles) {

    /** No credential can hold it: it is none of the house's roles. */
    public static final String SYSTEM_ROLE = "SYSTEM";

    public Officer {
        roles = Set.copyOf(roles);
    }

    /** The suite itself, e.g. when an event of another service makes us look again. */
    public static Officer system() {
        return new Officer("whitelist", null, Set.of(SYSTEM_ROLE));
    }

    public boolean isSystem() {
        return organisation == null && roles.contains(SYSTEM_ROLE);
    }

    public boolean actsFor(@Nullable String party) {
        return organisation != null && organisation.equals(party);
    }

    /** Reads all, changes nothing. */
    public boolean isAuditor() {
        return roles.contains("AUDITOR");
    }

    public boolean hasAnyOf(Collection<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
