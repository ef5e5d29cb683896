package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.CorrectionRequested;
import org.whitelane.whitelist.request.RequestFact.Declined;
import org.whitelane.whitelist.request.RequestFact.Published;
import org.whitelane.whitelist.request.RequestFact.Rejected;
import org.whitelane.whitelist.request.RequestFact.Revised;
import org.whitelane.whitelist.request.RequestFact.Submitted;
import org.whitelane.whitelist.request.RequestFact.Withdrawn;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeRules;

import java.util.List;
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
        var objection = new Standing(request, at.members(), officer).objection(action);
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
        return new RequestDecider(request, officer, at).make(move.get().to(), command);
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
        var recommendation = new Recommendation(request, officer, at);
        var review = new JointReview(request, officer, at);
        return switch (command) {
            case RequestCommand.Revise revise -> revise(revise);
            case RequestCommand.Submit() -> submit(to);
            case RequestCommand.Accept() ->
                    moved(
                            to,
                            at.step(RequestAction.ACCEPT, officer),
                            step ->
                                    new RequestFact.Accepted(
                                            step,
                                            at.clock().due(PilotScheme.DECISION, at.today())));
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
            case RequestCommand.GiveOpinion opinion -> review.giveOpinion(to, opinion);
            case RequestCommand.Recognise() -> review.recognise(to);
            case RequestCommand.Reject(var reason, var remedy) ->
                    moved(
                            to,
                            at.step(RequestAction.REJECT, officer)
                                    .because(reason)
                                    .withRemedy(remedy),
                            Rejected::new);
            case RequestCommand.Publish(var batch, var entries) ->
                    at.ifEligible(
                            request,
                            List.of(),
                            version ->
                                    moved(
                                            to,
                                            at.step(RequestAction.PUBLISH, officer).seeing(version),
                                            step -> new Published(step, batch, entries)));
            case RequestCommand.Withdraw() ->
                    moved(to, at.step(RequestAction.WITHDRAW, officer), Withdrawn::new);
        };
    }

    private Outcome revise(RequestCommand.Revise revise) {
        return revise.scheme().equals(request.scheme().code())
                ? accepted(request.withContent(revise.content()), new Revised())
                : refused(
                        Refusal.SCHEME_FIXED,
                        "The request is made under %s; another scheme needs another request."
                                .formatted(request.scheme().code()));
    }

    private Outcome submit(RequestStatus to) {
        if (!at.scheme().policy().isOpenOn(at.today())) {
            return refused(
                    Refusal.SCHEME_NOT_OPEN,
                    "%s is not open on %s.".formatted(at.scheme().reference(), at.today()));
        }
        return at.ifEligible(
                request,
                new SchemeRules(at.scheme()).items(request.content().articles()),
                version ->
                        moved(
                                to,
                                at.step(RequestAction.SUBMIT, officer).seeing(version),
                                step ->
                                        new Submitted(
                                                step,
                                                at.clock()
                                                        .due(PilotScheme.ACCEPTANCE, at.today()))));
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
