package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestFact.JointReviewOpened;
import org.whitelane.whitelist.request.RequestFact.OpinionGiven;
import org.whitelane.whitelist.request.RequestFact.Recognised;

import java.util.List;

/**
 * The moves of the joint review: opened by the office, judged by every member, recognised by the
 * office.
 */
record JointReview(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome open(RequestStatus to) {
        if (at.scheme().governance().recommends() && request.status() == RequestStatus.ACCEPTED) {
            return refused(
                    Refusal.RECOMMENDATION_MISSING,
                    "%s needs a recommendation first.".formatted(at.scheme().reference()));
        }
        var missing = at.members().missingReviewers();
        if (!missing.isEmpty()) {
            return refused(
                    Refusal.MEMBERS_NOT_BOUND,
                    "No organisation is bound to %s.".formatted(String.join(", ", missing)));
        }
        var step = at.step(RequestAction.OPEN_JOINT_REVIEW, officer);
        return accepted(
                request.moved(to, step),
                new JointReviewOpened(step, at.members().reviewingOrganisations()));
    }

    Outcome giveOpinion(RequestStatus to, GiveOpinion command) {
        var organisation = officer.organisation();
        var role = at.members().reviewerRoleOf(organisation);
        if (organisation == null || role.isEmpty()) {
            throw new IllegalStateException("standing was checked before");
        }
        if (request.opinionOf(role.get()).isPresent()) {
            return refused(
                    Refusal.OPINION_ALREADY_GIVEN,
                    "%s has given its opinion.".formatted(role.get()));
        }
        var said = command.reason();
        // nothing but spaces is no reason, not even to agree: the event would carry an empty text
        var reason = said == null || said.isBlank() ? null : said;
        if (command.opinion() != Opinion.Kind.AGREE && reason == null) {
            return new Outcome.Refused(
                    Refusal.REASON_REQUIRED,
                    "An opinion other than AGREE needs a reason.",
                    List.of(
                            new Finding(
                                    "/reason", "required", "Say why it is " + command.opinion())));
        }
        var opinion =
                new Opinion(
                        organisation,
                        role.get(),
                        command.opinion(),
                        reason,
                        at.today(),
                        officer.subject());
        var step = at.step(RequestAction.GIVE_OPINION, officer).because(reason);
        return accepted(request.withOpinion(opinion).moved(to, step), new OpinionGiven(opinion));
    }

    Outcome recognise(RequestStatus to) {
        var verdict = Verdict.of(request, at.scheme());
        if (!verdict.missing().isEmpty()) {
            return refused(
                    Refusal.OPINIONS_MISSING,
                    "No opinion yet from %s.".formatted(String.join(", ", verdict.missing())));
        }
        if (!verdict.notAgreeing().isEmpty()) {
            return refused(
                    Refusal.NOT_ALL_AGREED,
                    "Not agreed by %s.".formatted(String.join(", ", verdict.notAgreeing())));
        }
        if (request.opinions().stream().allMatch(o -> o.by().equals(officer.subject()))) {
            return refused(
                    Refusal.SOLE_REVIEWER, "Whoever judged alone does not recognise as well.");
        }
        return at.ifEligible(
                request,
                List.of(),
                version -> {
                    var step = at.step(RequestAction.RECOGNISE, officer).seeing(version);
                    return accepted(request.moved(to, step), new Recognised(step, version));
                });
    }
}
