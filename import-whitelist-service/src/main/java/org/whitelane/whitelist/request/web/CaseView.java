package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Question;
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

/** For the scheme's agencies: everything but who wrote it as a person. */
record CaseView(
        UUID id,
        String number,
        String scheme,
        int schemeVersion,
        String organisation,
        RequestStatus status,
        long version,
        RequestView.Content content,
        RequestView.Progress progress,
        List<OpinionView> opinions,
        List<String> missingOpinions,
        List<StepView> steps,
        List<Question> questions,
        List<String> allowed)
        implements RequestView {

    static CaseView of(WhitelistRequest request, Hearing hearing) {
        return new CaseView(
                request.id(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                request.organisation(),
                request.status(),
                request.version(),
                RequestView.Content.of(request.content()),
                RequestView.Progress.of(request, hearing),
                request.opinions().stream().map(OpinionView::of).toList(),
                Verdict.of(request, hearing.clock().scheme()).missing(),
                request.steps().stream().map(StepView::of).toList(),
                request.questions(),
                hearing.standing().allowed().stream().map(RequestAction::code).toList());
    }

    record OpinionView(
            String agencyRole,
            String agency,
            Opinion.Kind opinion,
            @Nullable String reason,
            LocalDate givenOn) {

        static OpinionView of(Opinion opinion) {
            return new OpinionView(
                    opinion.agencyRole(),
                    opinion.agency(),
                    opinion.kind(),
                    opinion.reason(),
                    opinion.givenOn());
        }
    }

    /**
     * @param organisationVersion the version of the party's record that the move saw
     */
    record StepView(
            String action, LocalDate on, int schemeVersion, @Nullable Long organisationVersion) {

        static StepView of(Step step) {
            return new StepView(
                    step.action().code(),
                    step.on(),
                    step.schemeVersion(),
                    step.organisationVersion());
        }
    }
}
