package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An enterprise's wish to have articles on the list. It is drafted and submitted by the enterprise,
 * taken in by the scheme's office, judged by every member agency, recognised by the office, and
 * published in a batch, where its articles become entries. Its steps tell how it came where it is.
 *
 * @param number readable, unique; gaps are allowed
 * @param version for optimistic locking; has nothing to do with the events' versions
 */
public record WhitelistRequest(
        UUID id,
        String number,
        SchemeRef scheme,
        String organisation,
        RequestContent content,
        RequestStatus status,
        List<Step> steps,
        List<Opinion> opinions,
        List<Question> questions,
        int version) {

    public WhitelistRequest {
        steps = List.copyOf(steps);
        opinions = List.copyOf(opinions);
        questions = List.copyOf(questions);
    }

    static WhitelistRequest draft(
            UUID id, String number, SchemeRef scheme, String organisation, RequestContent content) {
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                content,
                RequestStatus.DRAFT,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    /** Agencies see a request from its first submission on. */
    public boolean wasSubmitted() {
        return lastStep(RequestAction.SUBMIT).isPresent();
    }

    public Optional<Step> lastStep(RequestAction action) {
        return steps.stream().filter(s -> s.action() == action).reduce((_, last) -> last);
    }

    public Optional<LocalDate> lastDay(RequestAction action) {
        return lastStep(action).map(Step::on);
    }

    public Optional<Opinion> opinionOf(String agencyRole) {
        return opinions.stream().filter(o -> o.agencyRole().equals(agencyRole)).findFirst();
    }

    WhitelistRequest withContent(RequestContent newContent) {
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                newContent,
                status,
                steps,
                opinions,
                questions,
                version);
    }

    WhitelistRequest moved(RequestStatus to, Step step) {
        var newSteps = new ArrayList<>(steps);
        newSteps.add(step);
        return new WhitelistRequest(
                id,
                number,
                new SchemeRef(scheme.code(), step.schemeVersion()),
                organisation,
                content,
                to,
                newSteps,
                opinions,
                questions,
                version);
    }

    WhitelistRequest withOpinion(Opinion opinion) {
        var newOpinions = new ArrayList<>(opinions);
        newOpinions.add(opinion);
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                content,
                status,
                steps,
                newOpinions,
                questions,
                version);
    }

    WhitelistRequest withQuestions(List<Question> newQuestions) {
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                content,
                status,
                steps,
                opinions,
                newQuestions,
                version);
    }

    WhitelistRequest withVersion(int newVersion) {
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                content,
                status,
                steps,
                opinions,
                questions,
                newVersion);
    }
}
