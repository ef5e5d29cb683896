package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.support.Fixtures.AGENCIES;
import static org.whitelane.whitelist.support.Fixtures.ENTERPRISE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.agency;
import static org.whitelane.whitelist.support.Fixtures.applicant;
import static org.whitelane.whitelist.support.Fixtures.beijing;
import static org.whitelane.whitelist.support.Fixtures.content;
import static org.whitelane.whitelist.support.Fixtures.district;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.intake;
import static org.whitelane.whitelist.support.Fixtures.members;
import static org.whitelane.whitelist.support.Fixtures.office;
import static org.whitelane.whitelist.support.Fixtures.reviewer;
import static org.whitelane.whitelist.support.Fixtures.tianjin;

import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.UUID;

/** Requests in every status, the command of every action, and who may give it. */
final class Cases {

    private Cases() {}

    static WhitelistRequest in(RequestStatus status) {
        var draft =
                WhitelistRequest.draft(
                        UUID.randomUUID(),
                        "TJ-2022-2026-000001",
                        new SchemeRef("TJ-2022", 1),
                        ENTERPRISE,
                        content());
        return status == RequestStatus.DRAFT ? draft : draft.moved(status, submitted());
    }

    /** In joint review, agreed on by all. */
    static WhitelistRequest agreed() {
        var request = in(RequestStatus.JOINT_REVIEW);
        for (var role : AGENCIES) {
            request = request.withOpinion(opinion(role, Opinion.Kind.AGREE));
        }
        return request;
    }

    static Opinion opinion(String role, Opinion.Kind kind) {
        return new Opinion(agency(role), role, kind, null, TODAY, reviewer(role).subject());
    }

    static RequestCommand command(RequestAction action) {
        return switch (action) {
            case CREATE -> throw new IllegalArgumentException("drafting is no command");
            case REVISE -> new RequestCommand.Revise("TJ-2022", content());
            case SUBMIT -> new RequestCommand.Submit();
            case ACCEPT -> new RequestCommand.Accept();
            case REQUEST_CORRECTION -> new RequestCommand.RequestCorrection(List.of("name"));
            case DECLINE -> new RequestCommand.Decline("not in remit");
            case RECOMMEND -> new RequestCommand.Recommend();
            case REFUSE_RECOMMENDATION ->
                    new RequestCommand.RefuseRecommendation("no project", "appeal within 60 days");
            case OPEN_JOINT_REVIEW -> new RequestCommand.OpenJointReview();
            case GIVE_OPINION -> new RequestCommand.GiveOpinion(Opinion.Kind.AGREE, null);
            case RECOGNISE -> new RequestCommand.Recognise();
            case REJECT -> new RequestCommand.Reject("no capability", "appeal within 60 days");
            case PUBLISH ->
                    new RequestCommand.Publish(UUID.randomUUID(), List.of(UUID.randomUUID()));
            case WITHDRAW -> new RequestCommand.Withdraw();
        };
    }

    static Officer rightOfficer(Who who) {
        return switch (who) {
            case APPLICANT -> applicant();
            case INTAKE -> intake();
            case DISTRICT -> district();
            case OFFICE -> office();
            case REVIEWER -> reviewer("CUSTOMS");
        };
    }

    static Deliberation deliberation() {
        return deliberation(new PartyKnowledge.Known(enterprise()));
    }

    static Deliberation deliberation(PartyKnowledge party) {
        return deliberation(tianjin(), party);
    }

    static Deliberation deliberation(PilotScheme scheme, PartyKnowledge party) {
        return new Deliberation(
                scheme,
                members(scheme),
                party,
                new ReviewClock(scheme, WorkingDayCalendar.of(List.of())),
                TODAY,
                _ -> true);
    }

    /** In a scheme where the action has somebody who may do it. */
    static Deliberation deliberation(RequestAction action) {
        return action.who() == Who.DISTRICT
                ? deliberation(beijing(), new PartyKnowledge.Known(enterprise()))
                : deliberation();
    }

    static Outcome decide(WhitelistRequest request, RequestAction action) {
        return RequestDecider.decide(
                request, command(action), rightOfficer(action.who()), deliberation(action));
    }

    private static Step submitted() {
        return new Step(
                RequestAction.SUBMIT,
                TODAY.minusDays(5),
                "applicant",
                1,
                6L,
                null,
                null,
                List.of());
    }
}
