package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.Acting;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.Opinion;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.Verdict;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * For the scheme's agencies: everything but who wrote it as a person.
 *
 * @param agent who last acted for the unit by mandate
 * @param duplicates what of the same unit may be the same; null in the answer to a move
 */
record CaseView(
        UUID id,
        String number,
        String scheme,
        int schemeVersion,
        String organisation,
        @Nullable String agent,
        RequestStatus status,
        long version,
        RequestView.Content content,
        RequestView.Progress progress,
        List<OpinionView> opinions,
        List<String> missingOpinions,
        List<StepView> steps,
        List<Question> questions,
        @Nullable List<DuplicateView.Line> duplicates,
        List<String> allowed)
        implements RequestView {

    static CaseView of(
            WhitelistRequest request,
            Hearing hearing,
            @Nullable List<DuplicateView.Line> duplicates) {
        return new CaseView(
                request.id(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                request.organisation(),
                request.agent().orElse(null),
                request.status(),
                request.version(),
                RequestView.Content.of(request.content()),
                RequestView.Progress.of(request, hearing),
                request.opinions().stream().map(OpinionView::of).toList(),
                Verdict.of(request, hearing.clock().scheme()).missing(),
                request.steps().stream().map(step -> StepView.of(request, step)).toList(),
                request.questions(),
                duplicates,
                hearing.standing().allowed().stream().map(RequestAction::code).toList());
    }

    /**
     * @param setAsideOn the day from which it counts no more
     */
    record OpinionView(
            String agencyRole,
            String agency,
            Opinion.Kind opinion,
            @Nullable String reason,
            List<Opinion.ItemOpinion> items,
            List<String> needs,
            LocalDate givenOn,
            @Nullable LocalDate setAsideOn) {

        static OpinionView of(Opinion opinion) {
            return new OpinionView(
                    opinion.agencyRole(),
                    opinion.agency(),
                    opinion.kind(),
                    opinion.reason(),
                    opinion.items(),
                    opinion.needs(),
                    opinion.givenOn(),
                    opinion.setAsideOn());
        }
    }

    /**
     * @param organisation whose officer made it: the unit's, its agent's, an agency's
     * @param organisationVersion the version of the party's record that the move saw
     */
    record StepView(
            String action,
            LocalDate on,
            RequestStatus to,
            @Nullable String organisation,
            @Nullable String agencyRole,
            int schemeVersion,
            @Nullable Long organisationVersion) {

        static StepView of(WhitelistRequest request, Step step) {
            return new StepView(
                    step.action().code(),
                    step.on(),
                    step.reached(),
                    Acting.maker(request, step).orElse(null),
                    step.agencyRole(),
                    step.schemeVersion(),
                    step.organisationVersion());
        }
    }
}
