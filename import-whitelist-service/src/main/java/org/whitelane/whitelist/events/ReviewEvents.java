package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.RequestEvent;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.Opinion;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.Ruling;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.List;

/** What the joint review tells. */
final class ReviewEvents {

    private ReviewEvents() {}

    static RequestEvent opinionGiven(WhitelistRequest request, Opinion opinion) {
        return new RequestEvent.OpinionGiven(
                request.id().toString(),
                request.number(),
                opinion.agency(),
                opinion.agencyRole(),
                opinion.kind().name(),
                opinion.reason(),
                opinion.givenOn().toString(),
                opinion.items().isEmpty()
                        ? null
                        : opinion.items().stream()
                                .map(
                                        item ->
                                                new RequestEvent.ItemJudged(
                                                        item.article(),
                                                        item.opinion().name(),
                                                        item.conditions(),
                                                        item.reason()))
                                .toList());
    }

    static RequestEvent resumed(WhitelistRequest request, RequestFact.ReviewResumed resumed) {
        if (request.content().items().isEmpty()) {
            return new RequestEvent.UnitReviewResumed(
                    request.id().toString(),
                    request.number(),
                    resumed.cause().name(),
                    resumed.setAside(),
                    resumed.step().on().toString(),
                    RequestEvents.day(resumed.decisionDue()));
        }
        return new RequestEvent.JointReviewResumed(
                request.id().toString(),
                request.number(),
                resumed.cause().name(),
                request.content().articles().stream().map(Articles::of).toList(),
                resumed.setAside(),
                resumed.step().on().toString(),
                RequestEvents.day(resumed.decisionDue()));
    }

    static RequestEvent lapsed(WhitelistRequest request, Step step, Limit limit) {
        return new RequestEvent.RequestLapsed(
                request.id().toString(),
                request.number(),
                limit.step(),
                limit.basis(),
                limit.dueOn().toString(),
                step.on().toString());
    }

    static RequestEvent extended(WhitelistRequest request, RequestFact.DecisionExtended extended) {
        return new RequestEvent.DecisionExtended(
                request.id().toString(),
                request.number(),
                extended.by().amount(),
                extended.by().unit().name(),
                extended.by().basis(),
                RequestEvents.said(extended.step().reason()),
                extended.step().on().toString(),
                RequestEvents.day(extended.decisionDue()));
    }

    static RequestEvent recognised(WhitelistRequest request, RequestFact.Recognised recognised) {
        var resolution = recognised.ruling().resolution();
        return new RequestEvent.RequestRecognised(
                request.id().toString(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                recognised.organisationVersion(),
                recognised.step().on().toString(),
                rulings(request, recognised.ruling()),
                resolution == null ? null : resolution.document());
    }

    static @Nullable List<RequestEvent.ItemRuled> rulings(
            WhitelistRequest request, @Nullable Ruling ruling) {
        return ruling == null
                ? null
                : ruling.items().stream().map(item -> ruled(request, item)).toList();
    }

    private static RequestEvent.ItemRuled ruled(WhitelistRequest request, Ruling.ItemRuling item) {
        return new RequestEvent.ItemRuled(
                item.article(),
                request.content().articles().get(item.article()).nameEn(),
                item.outcome().name(),
                item.conditions(),
                item.reason());
    }
}
