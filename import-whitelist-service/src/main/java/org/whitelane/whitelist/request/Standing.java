package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

import java.util.List;
import java.util.Optional;

/**
 * What an officer may do with a request, whatever its status. Pure.
 *
 * @param ties of the officer's organisation to the request
 */
public record Standing(WhitelistRequest request, Members members, Officer officer, Ties ties) {

    public boolean isOwner() {
        return officer.actsFor(request.organisation());
    }

    /** The unit's own officers, and those of whoever acts for it. */
    public boolean isApplicant() {
        return isOwner() || ties.agency() != null;
    }

    /** By which somebody else's officer does what the applicant does; none for its own. */
    Optional<Mandate> mandateFor(RequestAction action) {
        var agency = ties.agency();
        return isOwner() || agency == null || action.who() != Who.APPLICANT
                ? Optional.empty()
                : agency.mandateFor(action.needs(request.status()));
    }

    /**
     * Agencies of the scheme see what was submitted, auditors too; drafts are nobody's business.
     */
    public boolean isAuthority() {
        return request.wasSubmitted()
                && (members.isMember(officer.organisation()) || officer.isAuditor());
    }

    public boolean maySee() {
        return isApplicant() || isAuthority() || officer.isSystem();
    }

    /** What the officer could do next. */
    public List<RequestAction> allowed() {
        return Moves.from(request.status()).stream()
                .filter(this::fitsTheLevels)
                .filter(action -> objection(action).isEmpty())
                .toList();
    }

    private boolean fitsTheLevels(RequestAction action) {
        var turn = request.nextLevel(members.governance());
        if (action == RequestAction.OPEN_JOINT_REVIEW) {
            return turn.isEmpty();
        }
        return action.who() != Who.DISTRICT
                || turn.filter(
                                level ->
                                        members.governance()
                                                .recommendersAt(level)
                                                .contains(
                                                        members.roleOf(officer.organisation())
                                                                .orElse("")))
                        .isPresent();
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
        if (who != Who.APPLICANT && (isOwner() || ties.involve(request))) {
            return Optional.of(
                    refused(
                            Refusal.OWN_REQUEST,
                            "Nobody decides on a request that is their own organisation's: its"
                                    + " applicant or an agent, or its project's owner or CRO."));
        }
        return place(action).or(() -> unlessTiesAreKnown(who));
    }

    /** Never fail open: whoever may be named by a code that is not here yet may be involved. */
    private Optional<Outcome.Refused> unlessTiesAreKnown(Who who) {
        return unless(
                who == Who.APPLICANT || ties.known(),
                Refusal.PARTY_NOT_KNOWN_YET,
                "What the registry tells of the officer's organisation has not arrived here yet.");
    }

    private Optional<Outcome.Refused> asApplicant(RequestAction action) {
        var agency = ties.agency();
        if (isOwner() || agency == null) {
            return unless(
                    isOwner(),
                    Refusal.NOT_THE_APPLICANT,
                    "Only the applicant's officers do this, and those of whoever acts for it.");
        }
        return agency.objection(action.needs(request.status()));
    }

    private Optional<Outcome.Refused> place(RequestAction action) {
        return switch (action.who()) {
            case APPLICANT -> asApplicant(action);
            case INTAKE -> onDuty(Duty.INTAKE);
            case ASSESSOR ->
                    unless(
                            members.assessors()
                                    .contains(members.roleOf(officer.organisation()).orElse("")),
                            Refusal.DUTY_MISSING,
                            "The organisation does not assess units from outside the area.");
            case SYSTEM ->
                    unless(
                            officer.isSystem(),
                            Refusal.ROLE_MISSING,
                            "Only the passing of a day does this.");
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
