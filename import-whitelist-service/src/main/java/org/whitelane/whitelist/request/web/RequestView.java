package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.DueDate;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request as its reader may see it: different records, so that nothing leaks by forgetting to
 * hide it.
 */
sealed interface RequestView extends Versioned permits OwnRequestView, CaseView {

    UUID id();

    static RequestView of(WhitelistRequest request, Hearing hearing) {
        return hearing.standing().isOwner()
                ? OwnRequestView.of(request, hearing)
                : CaseView.of(request, hearing);
    }

    /** In a list. */
    record Line(
            UUID id,
            String number,
            String scheme,
            String organisation,
            RequestStatus status,
            List<String> articles,
            @Nullable LocalDate submittedOn,
            boolean questioned,
            long version) {

        static Line of(WhitelistRequest request) {
            return new Line(
                    request.id(),
                    request.number(),
                    request.scheme().code(),
                    request.organisation(),
                    request.status(),
                    request.content().articles().stream().map(Article::nameEn).toList(),
                    request.lastDay(RequestAction.SUBMIT).orElse(null),
                    request.questions().stream().anyMatch(Question::stands),
                    request.version());
        }
    }

    /** What the applicant wrote. */
    record Content(
            RequestContent.Kind kind,
            List<Article> articles,
            RequestContent.Project project,
            LocalDate commitmentSignedOn) {

        static Content of(RequestContent content) {
            return new Content(
                    content.kind(),
                    content.articles(),
                    content.project(),
                    content.commitmentSignedOn());
        }
    }

    /** When things happened and are due; what was said. */
    record Progress(
            @Nullable LocalDate submittedOn,
            @Nullable DueDate acceptanceDue,
            @Nullable LocalDate acceptedOn,
            @Nullable DueDate recommendationDue,
            @Nullable LocalDate recommendedOn,
            @Nullable DueDate decisionDue,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate publishedOn,
            List<String> corrections,
            @Nullable String reason,
            @Nullable String remedy) {

        static Progress of(WhitelistRequest request, Hearing hearing) {
            var end =
                    request.lastStep(RequestAction.REJECT)
                            .or(() -> request.lastStep(RequestAction.REFUSE_RECOMMENDATION))
                            .or(() -> request.lastStep(RequestAction.DECLINE));
            return new Progress(
                    request.lastDay(RequestAction.SUBMIT).orElse(null),
                    hearing.clock().acceptanceDue(request).orElse(null),
                    request.lastDay(RequestAction.ACCEPT).orElse(null),
                    hearing.clock().recommendationDue(request).orElse(null),
                    request.lastDay(RequestAction.RECOMMEND).orElse(null),
                    hearing.clock().decisionDue(request).orElse(null),
                    request.lastDay(RequestAction.RECOGNISE)
                            .or(() -> end.map(Step::on))
                            .orElse(null),
                    request.lastDay(RequestAction.PUBLISH).orElse(null),
                    request.lastStep(RequestAction.REQUEST_CORRECTION)
                            .map(Step::corrections)
                            .orElse(List.of()),
                    end.map(Step::reason).orElse(null),
                    end.map(Step::remedy).orElse(null));
        }
    }
}
