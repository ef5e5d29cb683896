package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.request.DueDate;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

final class RequestEvents {

    private RequestEvents() {}

    static Written of(RequestChanged change) {
        var request = change.after();
        return switch (change.fact()) {
            case RequestFact.Drafted() -> internal("request-drafted.v1", request);
            case RequestFact.Revised() -> internal("request-revised.v1", request);
            case RequestFact.EligibilityRestored _ ->
                    internal("request-eligibility-restored.v1", request);
            case RequestFact.Withdrawn _ when !request.wasSubmitted() ->
                    // nobody outside ever heard of the draft
                    internal("request-discarded.v1", request);
            case RequestFact fact -> new Written.Published(published(request, fact));
        };
    }

    private static WhitelistEvent published(WhitelistRequest request, RequestFact fact) {
        var id = request.id().toString();
        var number = request.number();
        return switch (fact) {
            case RequestFact.Submitted(var step, var due) -> submitted(request, step, due);
            case RequestFact.CorrectionRequested(var step) ->
                    new WhitelistEvent.RequestCorrectionRequested(
                            id, number, step.corrections(), step.on().toString());
            case RequestFact.Accepted(var step, var due) ->
                    new WhitelistEvent.RequestAccepted(id, number, step.on().toString(), day(due));
            case RequestFact.Declined(var step) ->
                    new WhitelistEvent.RequestNotAccepted(
                            id, number, said(step.reason()), step.on().toString());
            case RequestFact.Recommended(var step, var agency, var agencyRole) ->
                    new WhitelistEvent.RequestRecommended(
                            id, number, agency, agencyRole, step.on().toString());
            case RequestFact.JointReviewOpened(var step, var agencies) ->
                    new WhitelistEvent.JointReviewOpened(
                            id, number, agencies, step.on().toString());
            case RequestFact.OpinionGiven(var opinion) ->
                    new WhitelistEvent.OpinionGiven(
                            id,
                            number,
                            opinion.agency(),
                            opinion.agencyRole(),
                            opinion.kind().name(),
                            opinion.reason(),
                            opinion.givenOn().toString());
            case RequestFact.Recognised(var step, var organisationVersion) ->
                    new WhitelistEvent.RequestRecognised(
                            id,
                            number,
                            request.scheme().code(),
                            request.scheme().version(),
                            organisationVersion,
                            step.on().toString());
            case RequestFact.Rejected(var step) ->
                    new WhitelistEvent.RequestRejected(
                            id,
                            number,
                            said(step.reason()),
                            said(step.remedy()),
                            step.on().toString());
            case RequestFact.Withdrawn(var step) ->
                    new WhitelistEvent.RequestWithdrawn(id, number, step.on().toString());
            case RequestFact.Published(var step, var batch, var entries) ->
                    new WhitelistEvent.RequestPublished(
                            id,
                            number,
                            batch.toString(),
                            entries.stream().map(UUID::toString).toList(),
                            step.on().toString());
            case RequestFact.EligibilityQuestioned(var question) ->
                    new WhitelistEvent.RequestEligibilityQuestioned(
                            id, number, question.reasons(), question.organisationVersion());
            case RequestFact.Drafted _, RequestFact.Revised _, RequestFact.EligibilityRestored _ ->
                    throw new IllegalArgumentException(fact + " stays inside");
        };
    }

    private static WhitelistEvent submitted(WhitelistRequest request, Step step, DueDate due) {
        return new WhitelistEvent.RequestSubmitted(
                request.id().toString(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                request.organisation(),
                seen(step.organisationVersion()),
                request.content().articles().stream().map(Articles::of).toList(),
                request.content().project().name(),
                step.on().toString(),
                day(due));
    }

    private static @Nullable String day(DueDate due) {
        return due.certain().map(Object::toString).orElse(null);
    }

    private static Written internal(String type, WhitelistRequest request) {
        return new Written.Internal(
                new InternalEvent(
                        "org.whitelane.whitelist." + type,
                        request.id().toString(),
                        Map.of(
                                "requestId", request.id().toString(),
                                "requestNumber", request.number(),
                                "status", request.status().name())));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text, "the command requires it");
    }

    private static long seen(@Nullable Long version) {
        return Objects.requireNonNull(version, "the move checks eligibility");
    }
}
