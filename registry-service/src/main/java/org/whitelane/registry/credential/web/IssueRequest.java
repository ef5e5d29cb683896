package org.whitelane.registry.credential.web;

import jakarta.validation.constraints.NotEmpty;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.security.Role;
import org.whitelane.chassis.web.Fault;
import org.whitelane.registry.credential.Credential;
import org.whitelane.registry.credential.Wanted;

import java.util.List;
import java.util.Set;
import java.util.UUID;

record IssueRequest(@Nullable UUID organisation, @NotEmpty Set<Role> roles) {

    /** What can be judged only when each field is well-formed. */
    List<Fault> faults() {
        var ofParty = roles.stream().filter(Credential::needsOrganisation).sorted().toList();
        return organisation != null || ofParty.isEmpty()
                ? List.of()
                : List.of(
                        new Fault(
                                "/organisation",
                                "required",
                                "Officers act for an organisation in the roles %s, so it should be given."
                                        .formatted(ofParty)));
    }

    Wanted toWanted() {
        return new Wanted(organisation, List.copyOf(roles));
    }
}
