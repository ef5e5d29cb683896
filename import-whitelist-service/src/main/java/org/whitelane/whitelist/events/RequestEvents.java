package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.RequestEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.request.DueDate;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.List;
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
            case RequestFact.Attached _ -> internal("request-document-attached.v1", request);
            case RequestFact.Detached _ -> internal("request-document-deleted.v1", request);
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
                    new RequestEvent.RequestCorrectionRequested(
                            id, number, step.corrections(), step.on().toString());
            case RequestFact.Accepted(var step, var due) ->
                    new RequestEvent.RequestAccepted(id, number, step.on().toString(), day(due));
            case RequestFact.Declined(var step) ->
                    new RequestEvent.RequestNotAccepted(
                            id, number, said(step.reason()), step.on().toString());
            case RequestFact.AreaAssessmentOpened(var step, var assessors) ->
                    new RequestEvent.AreaAssessmentOpened(
                            id, number, assessors, step.on().toString());
            case RequestFact.DeemedAccepted(var step, var acceptedOn, var due) ->
                    new RequestEvent.RequestDeemedAccepted(
                            id,
                            number,
                            said(step.reason()),
                            acceptedOn.toString(),
                            step.on().toString(),
                            day(due));
            case RequestFact.Recommended(var step, var agency, var agencyRole, var level) ->
                    new RequestEvent.RequestRecommended(
                            id, number, agency, agencyRole, step.on().toString(), level.name());
            case RequestFact.JointReviewOpened(var step, var agencies) ->
                    new RequestEvent.JointReviewOpened(id, number, agencies, step.on().toString());
            case RequestFact.OpinionGiven(var opinion) ->
                    ReviewEvents.opinionGiven(request, opinion);
            case RequestFact.SupplementRequested(var opinion, var due) ->
                    new RequestEvent.SupplementRequested(
                            id,
                            number,
                            opinion.agency(),
                            opinion.agencyRole(),
                            opinion.needs(),
                            opinion.givenOn().toString(),
                            due == null ? null : day(due));
            case RequestFact.DeadlineApproaching(var step, var due, var held, var asOf) ->
                    new RequestEvent.DeadlineApproaching(
                            id, number, step, due.toString(), held, asOf.toString());
            case RequestFact.DeadlineMissed(var step, var due, var held, var asOf) ->
                    new RequestEvent.DeadlineMissed(
                            id, number, step, due.toString(), held, asOf.toString());
            case RequestFact.DueDateChanged(var step, var due, var before, var asOf) ->
                    new RequestEvent.DueDateChanged(
                            id,
                            number,
                            step,
                            due.toString(),
                            before.equals(due) ? null : before.toString(),
                            asOf.toString());
            case RequestFact.ReviewResumed resumed -> ReviewEvents.resumed(request, resumed);
            case RequestFact.DecisionExtended extended -> ReviewEvents.extended(request, extended);
            case RequestFact.Recognised recognised -> ReviewEvents.recognised(request, recognised);
            case RequestFact.Rejected(var step) ->
                    new RequestEvent.RequestRejected(
                            id,
                            number,
                            said(step.reason()),
                            said(step.remedy()),
                            step.on().toString(),
                            ReviewEvents.rulings(request, step.ruling()));
            case RequestFact.Withdrawn(var step) ->
                    new RequestEvent.RequestWithdrawn(id, number, step.on().toString());
            case RequestFact.Lapsed(var step, var limit) ->
                    ReviewEvents.lapsed(request, step, limit);
            case RequestFact.Published(var step, var batch, var entries) ->
                    new RequestEvent.RequestPublished(
                            id,
                            number,
                            batch.toString(),
                            entries.stream().map(UUID::toString).toList(),
                            step.on().toString());
            case RequestFact.EligibilityQuestioned(var question) ->
                    new RequestEvent.RequestEligibilityQuestioned(
                            id, number, question.reasons(), question.organisationVersion());
            case RequestFact.Drafted _,
                    RequestFact.Revised _,
                    RequestFact.Attached _,
                    RequestFact.Detached _,
                    RequestFact.EligibilityRestored _ ->
                    throw new IllegalArgumentException(fact + " stays inside");
        };
    }

    private static WhitelistEvent submitted(WhitelistRequest request, Step step, DueDate due) {
        if (request.content().items().isEmpty()) {
            return new RequestEvent.UnitRequestSubmitted(
                    request.id().toString(),
                    request.number(),
                    request.scheme().code(),
                    request.scheme().version(),
                    request.organisation(),
                    seen(step.organisationVersion()),
                    request.content().project().name(),
                    step.on().toString(),
                    day(due),
                    step.outOfArea());
        }
        return new RequestEvent.RequestSubmitted(
                request.id().toString(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                request.organisation(),
                seen(step.organisationVersion()),
                request.content().articles().stream().map(Articles::of).toList(),
                request.content().project().name(),
                step.on().toString(),
                day(due),
                step.outOfArea(),
                documents(request.content()));
    }

    /** Their bytes stay here: what proves them goes out. */
    private static @Nullable List<RequestEvent.AttachedDocument> documents(RequestContent content) {
        return content.documents().isEmpty()
                ? null
                : content.documents().stream()
                        .map(d -> new RequestEvent.AttachedDocument(d.type(), d.sha256(), d.size()))
                        .toList();
    }

    static @Nullable String day(DueDate due) {
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

    static String said(@Nullable String text) {
        return Objects.requireNonNull(text, "the command requires it");
    }

    private static long seen(@Nullable Long version) {
        return Objects.requireNonNull(version, "the move checks eligibility");
    }
}
