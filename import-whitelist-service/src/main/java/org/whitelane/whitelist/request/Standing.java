package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

import java.util.List;
import java.util.Optional;

/** What an officer may do with a request, whatever its status. Pure. */
public record Standing(WhitelistRequest request, Members members, Officer officer) {

    public boolean isOwner() {
        return officer.actsFor(request.organisation());
    }

    /**
     * Agencies of the scheme see what was submitted, auditors too; drafts are nobody's business.
     */
    public boolean isAuthority() {
        return request.wasSubmitted()
                && (members.isMember(officer.organisation()) || officer.isAuditor());
    }

    public boolean maySee() {
        return isOwner() || isAuthority();
    }

    /** What the officer could do next. */
    public List<RequestAction> allowed() {
        return Moves.from(request.status()).stream()
                .filter(this::fitsTheLevels)
                .filter(action -> objection(action).isEmpty())
                .toList();
    }

    private boolean fitsTheLevels(RequestAction action) {
        var recommends = members.governance().recommends();
        return recommends
                ? action != RequestAction.OPEN_JOINT_REVIEW
                        || request.status() != RequestStatus.ACCEPTED
                : action.who() != Who.DISTRICT;
    }

    Optional<Outcome.Refused> objection(RequestAction action) {
        if (!maySee()) {
            return Optional.of(
                    refused(
                            Refusal.NOT_FOUND,
                            "Request %s was not found.".formatted(request.id())));
        }
        var who = action.who();
        if (!officer.hasAnyOf(who.roles())) {
            return Optional.of(
                    refused(
                            Refusal.ROLE_MISSING,
                            "To %s needs the role %s."
                                    .formatted(action.code(), String.join(" or ", who.roles()))));
        }
        if (who != Who.APPLICANT && isOwner()) {
            return Optional.of(
                    refused(
                            Refusal.OWN_REQUEST,
                            "Nobody decides on a request of their own organisation."));
        }
        return place(who);
    }

    private Optional<Outcome.Refused> place(Who who) {
        return switch (who) {
            case APPLICANT ->
                    unless(
                            isOwner(),
                            Refusal.NOT_THE_APPLICANT,
                            "Only the applicant's officers do this.");
            case INTAKE -> onDuty(Duty.INTAKE);
            case DISTRICT -> onDuty(Duty.RECOMMEND);
            case OFFICE ->
                    unless(
                            members.office().filter(officer::actsFor).isPresent(),
                            Refusal.NOT_THE_OFFICE,
                            "Only the scheme's office (%s) does this."
                                    .formatted(members.governance().lead()));
            case REVIEWER ->
                    unless(
                            members.reviewerRoleOf(officer.organisation()).isPresent(),
                            Refusal.NOT_A_REVIEWER,
                            "The organisation has no duty to give an opinion in this scheme.");
        };
    }

    private Optional<Outcome.Refused> onDuty(Duty duty) {
        return unless(
                members.roleWith(duty, officer.organisation()).isPresent(),
                Refusal.DUTY_MISSING,
                "The organisation has no duty %s in this scheme.".formatted(duty));
    }

    private static Optional<Outcome.Refused> unless(boolean fine, Refusal code, String detail) {
        return fine ? Optional.empty() : Optional.of(refused(code, detail));
    }
}
