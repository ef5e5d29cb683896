package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.Acting;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.request.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * For the applicant and whoever acts for it: without the agencies' opinions, which are theirs until
 * the office decides.
 *
 * @param organisation the unit whose request it is
 * @param agent who last acted for it by mandate
 * @param steps those of the applicant's side
 * @param duplicates what of the same unit may be the same: for people to compare
 */
record OwnRequestView(
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
        List<OwnStep> steps,
        List<Question> questions,
        @Nullable List<DuplicateView.Line> duplicates,
        List<String> allowed)
        implements RequestView {

    static OwnRequestView of(
            WhitelistRequest request,
            Hearing hearing,
            @Nullable List<DuplicateView.Line> duplicates) {
        return new OwnRequestView(
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
                OwnStep.of(request),
                request.questions(),
                duplicates,
                hearing.standing().allowed().stream().map(RequestAction::code).toList());
    }

    /**
     * @param organisation whose officer made it: the unit's, or its agent's
     * @param mandate by which the agent did; null for the unit's own
     */
    record OwnStep(
            String action, LocalDate on, @Nullable String organisation, @Nullable UUID mandate) {

        static List<OwnStep> of(WhitelistRequest request) {
            return request.steps().stream()
                    .filter(step -> step.action().who() == Who.APPLICANT)
                    .map(step -> of(request, step))
                    .toList();
        }

        private static OwnStep of(WhitelistRequest request, Step step) {
            var acting = step.acting();
            return new OwnStep(
                    step.action().code(),
                    step.on(),
                    Acting.maker(request, step).orElse(null),
                    acting == null ? null : acting.mandate());
        }
    }
}
