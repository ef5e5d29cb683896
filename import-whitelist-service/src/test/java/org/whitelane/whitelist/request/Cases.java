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
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.document.FileKind;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Requests in every status, the command of every action, and who may give it. */
final class Cases {

    /** Every request has it. */
    static final Document LICENCE = document("BUSINESS_LICENCE");

    private Cases() {}

    static Document document(String type) {
        return new Document(UUID.randomUUID(), type, FileKind.PDF, 7, "0".repeat(64));
    }

    static WhitelistRequest in(RequestStatus status) {
        var draft =
                WhitelistRequest.draft(
                        UUID.randomUUID(),
                        "TJ-2022-2026-000001",
                        new SchemeRef("TJ-2022", 1),
                        ENTERPRISE,
                        content().with(List.of(LICENCE)));
        if (status == RequestStatus.DRAFT) {
            return draft;
        }
        if (status == RequestStatus.RECOMMENDED) {
            return draft.moved(RequestStatus.SUBMITTED, submitted(false))
                    .moved(
                            status,
                            Step.of(
                                    RequestAction.RECOMMEND,
                                    TODAY.minusDays(1),
                                    district().subject(),
                                    "S_AND_T_HAIDIAN",
                                    1));
        }
        var moved = draft.moved(status, submitted(false));
        return status == RequestStatus.SUPPLEMENT ? moved.withOpinion(asking("MPA"), TODAY) : moved;
    }

    /** A request that can make the move. */
    static WhitelistRequest before(Move move) {
        var from = Objects.requireNonNull(move.from());
        if (move.action() == RequestAction.RECOGNISE) {
            return agreed();
        }
        if (from == RequestStatus.RECOMMENDED && move.action().who() == Who.DISTRICT) {
            // its turn is still to come
            return in(RequestStatus.DRAFT).moved(from, submitted(false));
        }
        if (move.to() == RequestStatus.AREA_ASSESSMENT) {
            return in(RequestStatus.DRAFT).moved(from, submitted(true));
        }
        return from == RequestStatus.SUPPLEMENT && move.to() == RequestStatus.JOINT_REVIEW
                ? in(RequestStatus.JOINT_REVIEW)
                        .moved(from, submitted(false))
                        .withOpinion(asking("CUSTOMS"), TODAY)
                : in(from);
    }

    /** The command that makes exactly this move. */
    static RequestCommand command(Move move) {
        if (move.to() == RequestStatus.SUPPLEMENT && move.from() == RequestStatus.JOINT_REVIEW) {
            return new RequestCommand.GiveOpinion(Opinion.Kind.NEED_MORE, "a report is missing");
        }
        return move.to() == RequestStatus.REJECTED && move.action() == RequestAction.RECOGNISE
                ? new RequestCommand.Recognise(List.of(refused(0)), null, "appeal within 60 days")
                : command(move.action());
    }

    static Ruling.ItemRuling refused(int article) {
        return new Ruling.ItemRuling(article, Ruling.Result.REFUSED, List.of(), "no need");
    }

    /** In a scheme, and on a day, where the move is possible. */
    static Deliberation deliberation(Move move) {
        if (move.action() == RequestAction.LAPSE) {
            return late();
        }
        return move.action() == RequestAction.DEEM_ACCEPTED
                ? new Deliberation(
                        deeming(),
                        members(),
                        Ties.NONE,
                        new PartyKnowledge.Known(enterprise()),
                        unlisted(),
                        new ReviewClock(
                                deeming(),
                                WorkingDayCalendar.of(
                                        List.of(new CalendarYear(2026, Set.of(), Set.of()))),
                                GeneralLimits.LAW),
                        TODAY.plusDays(30),
                        _ -> true,
                        null)
                : deliberation(move.action());
    }

    /** Whatever the applicant was asked for was due long ago. */
    private static Deliberation late() {
        var limit = new Deadline(5, Deadline.Unit.DAY, "a test", false);
        return new Deliberation(
                tianjin(),
                members(),
                Ties.NONE,
                new PartyKnowledge.Known(enterprise()),
                unlisted(),
                new ReviewClock(
                        tianjin(),
                        WorkingDayCalendar.of(List.of()),
                        Map.of(PilotScheme.CORRECTION, limit, PilotScheme.SUPPLEMENT, limit)),
                TODAY.plusDays(30),
                _ -> true,
                null);
    }

    /** Tianjin's scheme, were it to say that silence accepts. */
    static PilotScheme deeming() {
        return Json.read(
                tianjinFile().replace("\"deemedAcceptance\": null", "\"deemedAcceptance\": true"),
                PilotScheme.class);
    }

    static Opinion asking(String role) {
        return new Opinion(
                agency(role),
                role,
                Opinion.Kind.NEED_MORE,
                "a report is missing",
                List.of(),
                List.of("the report"),
                TODAY,
                reviewer(role).subject(),
                null);
    }

    /** In joint review, agreed on by all. */
    static WhitelistRequest agreed() {
        var request = in(RequestStatus.JOINT_REVIEW);
        for (var role : AGENCIES) {
            request = request.withOpinion(opinion(role, Opinion.Kind.AGREE), TODAY);
        }
        return request;
    }

    static Opinion opinion(String role, Opinion.Kind kind) {
        return opinion(role, kind, reviewer(role).subject());
    }

    static Opinion opinion(String role, Opinion.Kind kind, String by) {
        return new Opinion(agency(role), role, kind, null, List.of(), List.of(), TODAY, by, null);
    }

    static RequestCommand command(RequestAction action) {
        return switch (action) {
            case CREATE -> throw new IllegalArgumentException("drafting is no command");
            case REVISE -> new RequestCommand.Revise(wish("TJ-2022"));
            case ATTACH -> new RequestCommand.Attach(document("PROJECT_PLAN"), 5);
            case DETACH -> new RequestCommand.Detach(LICENCE.id());
            case SUBMIT -> new RequestCommand.Submit();
            case ACCEPT -> new RequestCommand.Accept();
            case REQUEST_CORRECTION -> new RequestCommand.RequestCorrection(List.of("name"));
            case DECLINE -> new RequestCommand.Decline("not in remit");
            case DEEM_ACCEPTED -> new RequestCommand.DeemAccepted();
            case ADMIT -> new RequestCommand.Admit();
            case REFUSE_ADMISSION -> new RequestCommand.RefuseAdmission("no need");
            case SUPPLY -> new RequestCommand.Supply();
            case EXTEND -> new RequestCommand.Extend("experts are to be heard");
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
            case LAPSE -> new RequestCommand.Lapse();
        };
    }

    static RequestWish wish(String scheme) {
        var content = content();
        return new RequestWish(
                scheme,
                content.kind(),
                content.items(),
                List.of(),
                content.project(),
                content.responsiblePerson(),
                content.commitmentSignedOn());
    }

    /** Nothing stands on the list. */
    static Listed unlisted() {
        return new Listed(false, Map.of(), new Deadline(30, Deadline.Unit.DAY, "Art. 50", true));
    }

    static Officer rightOfficer(Who who) {
        return switch (who) {
            case APPLICANT -> applicant();
            case INTAKE -> intake();
            case DISTRICT -> district();
            case OFFICE -> office();
            case REVIEWER -> reviewer("CUSTOMS");
            case ASSESSOR -> office();
            case SYSTEM -> Officer.system();
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
                Ties.NONE,
                party,
                unlisted(),
                new ReviewClock(scheme, WorkingDayCalendar.of(List.of()), GeneralLimits.LAW),
                TODAY,
                _ -> true,
                null);
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

    private static Step submitted(boolean outside) {
        return Step.of(RequestAction.SUBMIT, TODAY.minusDays(5), "applicant", null, 1)
                .seeing(6)
                .from(outside);
    }
}
