package org.whitelane.whitelist.scheme.web;

import org.springframework.http.HttpStatus;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.scheme.Binding;
import org.whitelane.whitelist.web.Edge;

import java.util.List;

/**
 * An agency at a scheme's table.
 *
 * @param schemeRevision of the scheme with its table, which is what {@code ETag} tells
 */
record MemberView(String scheme, String agencyRole, String organisation, long schemeRevision)
        implements Versioned {

    @Override
    public long version() {
        return schemeRevision;
    }

    static MemberView of(Binding binding) {
        return switch (binding) {
            case Binding.Bound(var scheme, var role, var organisation, var revision) ->
                    new MemberView(scheme, role, organisation, revision);
            case Binding.OtherRevision(var current) -> throw Problem.versionMismatch(current);
            case Binding.NoSuchScheme(var code) -> throw Problem.notFound("Scheme " + code);
            case Binding.NoSuchRole(var role, var known) ->
                    throw Problem.refused(
                            "unknown-agency-role",
                            "The scheme has no member " + role + ".",
                            List.of(
                                    new Fault(
                                            "/agencyRole",
                                            "unknown-agency-role",
                                            "Should be one of " + String.join(", ", known))));
            case Binding.NotKnownYet(var detail) -> throw Edge.partyNotKnownYet(detail);
            case Binding.NoAuthority(var party) ->
                    throw Problem.refused(
                            "no-authority",
                            "Organisation %s is %s and of type %s; an active AUTHORITY or CUSTOMS is needed."
                                    .formatted(party.id(), party.status(), party.types()),
                            List.of());
            case Binding.Taken() ->
                    throw Problem.of(
                            HttpStatus.CONFLICT,
                            "member-already-bound",
                            "The role has an organisation already, or the organisation a role.");
        };
    }
}
