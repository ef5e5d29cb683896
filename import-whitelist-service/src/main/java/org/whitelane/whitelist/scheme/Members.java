package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which organisations sit at a scheme's table.
 *
 * @param byRole agency role to organisation; agencies exist only at run time, so a role may be open
 */
public record Members(Governance governance, Map<String, String> byRole) {

    public Members {
        byRole = Map.copyOf(byRole);
    }

    /** Whether every seat of the table is taken. */
    boolean isComplete() {
        return governance.members().stream()
                .allMatch(member -> byRole.containsKey(member.agencyRole()));
    }

    public Optional<String> roleOf(@Nullable String organisation) {
        return byRole.entrySet().stream()
                .filter(e -> e.getValue().equals(organisation))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public boolean isMember(@Nullable String organisation) {
        return roleOf(organisation).isPresent();
    }

    /** The organisation that runs the scheme's office. */
    public Optional<String> office() {
        return Optional.ofNullable(governance.lead()).map(byRole::get);
    }

    /** The role in which an organisation has a duty. */
    public Optional<String> roleWith(Duty duty, @Nullable String organisation) {
        return roleOf(organisation).filter(governance.rolesWith(duty)::contains);
    }

    /** The role in which an organisation gives its opinion. */
    public Optional<String> reviewerRoleOf(@Nullable String organisation) {
        return roleWith(Duty.OPINION, organisation);
    }

    /** Roles with a duty to give an opinion whose organisation is not known. */
    public List<String> missingReviewers() {
        return governance.reviewers().stream().filter(r -> !byRole.containsKey(r)).toList();
    }

    public List<String> reviewingOrganisations() {
        return governance.reviewers().stream()
                .flatMap(role -> Optional.ofNullable(byRole.get(role)).stream())
                .toList();
    }

    /** Agency roles that assess units from outside the area: who has the duty, else the lead. */
    public List<String> assessors() {
        return governance.assessors();
    }
}
