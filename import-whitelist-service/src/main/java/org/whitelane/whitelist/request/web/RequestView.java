package org.whitelane.whitelist.request.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.DueDate;
import org.whitelane.whitelist.request.Duplicate;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.Ruling;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.RequestKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as its reader may see it: different records, so that nothing leaks by forgetting to
 * hide it.
 */
sealed interface RequestView extends Versioned permits OwnRequestView, CaseView {

    UUID id();

    /**
     * @param duplicates null where nobody asked
     */
    static RequestView of(
            WhitelistRequest request, Hearing hearing, @Nullable List<Duplicate> duplicates) {
        var doubled =
                duplicates == null
                        ? null
                        : duplicates.stream().map(DuplicateView.Line::of).toList();
        return hearing.standing().isApplicant()
                ? OwnRequestView.of(request, hearing, doubled)
                : CaseView.of(request, hearing, doubled);
    }

    /**
     * In a list.
     *
     * @param agent who last acted for the unit by mandate
     */
    record Line(
            UUID id,
            String number,
            String scheme,
            String organisation,
            @Nullable String agent,
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
                    request.agent().orElse(null),
                    request.status(),
                    request.content().articles().stream().map(Article::nameEn).toList(),
                    request.lastDay(RequestAction.SUBMIT).orElse(null),
                    request.questions().stream().anyMatch(Question::stands),
                    request.version());
        }
    }

    /** What the applicant wrote. */
    record Content(
            RequestKind kind,
            List<Item> articles,
            RequestContent.Project project,
            @Nullable String responsiblePerson,
            LocalDate commitmentSignedOn,
            List<DocumentView> documents) {

        static Content of(RequestContent content) {
            return new Content(
                    content.kind(),
                    content.items().stream().map(Item::of).toList(),
                    content.project(),
                    content.responsiblePerson(),
                    content.commitmentSignedOn(),
                    content.documents().stream().map(DocumentView::of).toList());
        }
    }

    /**
     * An article as wished for.
     *
     * @param entryId the entry that it is about; null where a new one is asked for
     */
    record Item(@JsonUnwrapped Article article, @Nullable UUID entryId) {

        static Item of(RequestContent.Item item) {
            return new Item(item.article(), item.entry());
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
            List<String> needs,
            @Nullable DueDate supplementDue,
            @Nullable List<Ruling.ItemRuling> rulings,
            @Nullable String reason,
            @Nullable String remedy) {

        static Progress of(WhitelistRequest request, Hearing hearing) {
            var end =
                    request.lastStep(RequestAction.REJECT)
                            .or(() -> request.lastStep(RequestAction.REFUSE_RECOMMENDATION))
                            .or(() -> request.lastStep(RequestAction.REFUSE_ADMISSION))
                            .or(() -> request.lastStep(RequestAction.DECLINE))
                            .or(() -> request.lastStep(RequestAction.WITHDRAW))
                            .or(() -> rejectedByItem(request));
            return new Progress(
                    request.lastDay(RequestAction.SUBMIT).orElse(null),
                    hearing.clock().acceptanceDue(request).orElse(null),
                    acceptedOn(request),
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
                    needs(request),
                    hearing.clock().supplementDue(request).orElse(null),
                    request.lastStep(RequestAction.RECOGNISE)
                            .map(Step::ruling)
                            .map(Ruling::items)
                            .orElse(null),
                    end.map(Step::reason).orElse(null),
                    end.map(Step::remedy).orElse(null));
        }

        private static @Nullable LocalDate acceptedOn(WhitelistRequest request) {
            return request.steps().stream()
                    .filter(step -> step.reached() == RequestStatus.ACCEPTED)
                    .map(Step::on)
                    .findFirst()
                    .orElse(null);
        }

        private static Optional<Step> rejectedByItem(WhitelistRequest request) {
            return request.lastStep(RequestAction.RECOGNISE)
                    .filter(step -> step.reached() == RequestStatus.REJECTED);
        }

        /** What the agencies ask for now, without who asks. */
        private static List<String> needs(WhitelistRequest request) {
            return request.asking().stream().flatMap(o -> o.needs().stream()).distinct().toList();
        }
    }
}
