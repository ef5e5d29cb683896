package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.request.RequestFact.CorrectionRequested;
import org.whitelane.whitelist.request.RequestFact.Declined;
import org.whitelane.whitelist.request.RequestFact.Published;
import org.whitelane.whitelist.request.RequestFact.Rejected;
import org.whitelane.whitelist.request.RequestFact.Revised;
import org.whitelane.whitelist.request.RequestFact.Withdrawn;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides a command on a request. Pure: everything it looks at is handed in. First who the officer
 * is to the request, then whether {@link Moves} has the move, then what the move itself asks.
 */
final class RequestDecider {

    private final WhitelistRequest request;
    private final Officer officer;
    private final Deliberation at;

    private RequestDecider(WhitelistRequest request, Officer officer, Deliberation at) {
        this.request = request;
        this.officer = officer;
        this.at = at;
    }

    public static Outcome decide(
            WhitelistRequest request, RequestCommand command, Officer officer, Deliberation at) {
        var action = command.action();
        var standing = new Standing(request, at.members(), officer, at.ties());
        var objection = standing.objection(action);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!at.expected().test(request.version())) {
            return new Outcome.OtherVersion(request.version());
        }
        var move = Moves.find(request.status(), action);
        if (move.isEmpty()) {
            return refused(Refusal.ILLEGAL_MOVE, illegal(request.status(), action));
        }
        return inTheTable(
                request,
                action,
                inItsName(
                        standing.mandateFor(action),
                        new RequestDecider(request, officer, at).make(move.get().to(), command)));
    }

    /** What an agent did is the unit's, and remembers the agent. */
    private static Outcome inItsName(Optional<Mandate> mandate, Outcome outcome) {
        return mandate.isPresent() && outcome instanceof Outcome.Accepted(var after, var facts)
                ? new Outcome.Accepted(Acting.by(mandate.get(), after), facts)
                : outcome;
    }

    /** A decider that leads where the table does not is a bug. */
    private static Outcome inTheTable(
            WhitelistRequest before, RequestAction action, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted(var after, _)
                && !Moves.has(before.status(), action, after.status())) {
            throw new IllegalStateException(
                    "%s led from %s to %s".formatted(action, before.status(), after.status()));
        }
        return outcome;
    }

    private static String illegal(RequestStatus status, RequestAction action) {
        var allowed = Moves.from(status);
        return "A request that is %s cannot %s; it can: %s."
                .formatted(
                        status,
                        action.code(),
                        allowed.isEmpty()
                                ? "nothing, this is its end"
                                : allowed.stream()
                                        .map(RequestAction::code)
                                        .collect(Collectors.joining(", ")));
    }

    private Outcome make(RequestStatus to, RequestCommand command) {
        var intake = new Intake(request, officer, at);
        var recommendation = new Recommendation(request, officer, at);
        var review = new JointReview(request, officer, at);
        var opinions = new OpinionRound(request, officer, at);
        return switch (command) {
            case RequestCommand.Revise(var wish) -> revise(wish);
            case RequestCommand.Submit() -> new Submission(request, officer, at).submit(to);
            case RequestCommand.Attach(var document, var most) ->
                    new Attaching(request).attach(document, most);
            case RequestCommand.Detach(var document) -> new Attaching(request).detach(document);
            case RequestCommand.Accept() -> intake.accept(to);
            case RequestCommand.Admit() -> intake.admit(to);
            case RequestCommand.RefuseAdmission(var reason) -> intake.refuse(to, reason);
            case RequestCommand.DeemAccepted() -> intake.deem(to);
            case RequestCommand.RequestCorrection(var corrections) ->
                    requestCorrection(to, corrections);
            case RequestCommand.Decline(var reason) ->
                    moved(
                            to,
                            at.step(RequestAction.DECLINE, officer).because(reason),
                            Declined::new);
            case RequestCommand.Recommend() -> recommendation.give(to);
            case RequestCommand.RefuseRecommendation(var reason, var remedy) ->
                    recommendation.refuse(to, reason, remedy);
            case RequestCommand.OpenJointReview() -> review.open(to);
            case RequestCommand.GiveOpinion opinion -> opinions.give(opinion);
            case RequestCommand.Supply() -> opinions.supply(to);
            case RequestCommand.Extend(var reason) -> review.extend(to, reason);
            case RequestCommand.Recognise recognise ->
                    new Recognition(request, officer, at).recognise(to, recognise);
            case RequestCommand.Reject(var reason, var remedy) ->
                    moved(
                            to,
                            at.step(RequestAction.REJECT, officer)
                                    .because(reason)
                                    .withRemedy(remedy),
                            Rejected::new);
            case RequestCommand.Lapse() -> new Lapsing(request, officer, at).lapse(to);
            case RequestCommand.Publish publish -> publish(to, publish);
            case RequestCommand.Withdraw(var reason) ->
                    moved(
                            to,
                            at.step(RequestAction.WITHDRAW, officer).because(reason),
                            Withdrawn::new);
        };
    }

    private Outcome revise(RequestWish wish) {
        if (!wish.scheme().equals(request.scheme().code())) {
            return refused(
                    Refusal.SCHEME_FIXED,
                    "The request is made under %s; another scheme needs another request."
                            .formatted(request.scheme().code()));
        }
        var unknown = wish.unknownEntries(at.listed().entries());
        return unknown.isEmpty()
                ? accepted(
                        new OpinionRound(request, officer, at)
                                .revised(
                                        wish.content(at.listed().entries())
                                                .with(request.content().documents())),
                        new Revised())
                : Drafting.unknownEntries(unknown);
    }

    private Outcome publish(RequestStatus to, RequestCommand.Publish publish) {
        var ended = ContentRules.entriesAgainst(request, at.listed());
        if (!ended.isEmpty()) {
            return new Outcome.Refused(
                    Refusal.ENTRY_NOT_LIVE, "What the request refers to is not there.", ended);
        }
        return at.ifEligible(
                request,
                List.of(),
                version ->
                        moved(
                                to,
                                at.step(RequestAction.PUBLISH, officer).seeing(version),
                                step -> new Published(step, publish.batch(), publish.entries())));
    }

    private Outcome requestCorrection(RequestStatus to, List<String> corrections) {
        if (request.lastStep(RequestAction.REQUEST_CORRECTION).isPresent()) {
            return refused(
                    Refusal.CORRECTION_ALREADY_REQUESTED,
                    "Corrections are asked for once, in full (Administrative Licensing Law Art."
                            + " 32).");
        }
        return moved(
                to,
                at.step(RequestAction.REQUEST_CORRECTION, officer).asking(corrections),
                CorrectionRequested::new);
    }

    private Outcome moved(RequestStatus to, Step step, Function<Step, RequestFact> fact) {
        return accepted(request.moved(to, step), fact.apply(step));
    }
}
