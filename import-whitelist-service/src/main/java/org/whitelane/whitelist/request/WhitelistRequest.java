package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.scheme.Governance;
import org.whitelane.whitelist.scheme.PilotScheme.Level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An enterprise's wish to have articles on the list. It is drafted and submitted by the enterprise,
 * taken in by the scheme's office, judged by every member agency, recognised by the office, and
 * published in a batch, where its articles become entries. Its steps tell how it came where it is.
 *
 * @param number readable, unique; gaps are allowed
 * @param organisation the unit, whoever acts for it
 * @param agents organisations that acted for the unit by mandate; who did last comes last
 * @param version for optimistic locking; has nothing to do with the events' versions
 */
public record WhitelistRequest(
        UUID id,
        String number,
        SchemeRef scheme,
        String organisation,
        List<String> agents,
        RequestContent content,
        RequestStatus status,
        List<Step> steps,
        List<Opinion> opinions,
        List<Question> questions,
        int version) {

    public WhitelistRequest {
        agents = List.copyOf(agents);
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
                List.of(),
                content,
                RequestStatus.DRAFT,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    /** What was recognised, with its conditions: what a batch publishes. Empty before. */
    public List<RecognisedItem> recognisedItems() {
        return lastStep(RequestAction.RECOGNISE)
                .flatMap(step -> Optional.ofNullable(step.ruling()))
                .map(
                        ruling ->
                                ruling.items().stream()
                                        .filter(Ruling.ItemRuling::recognised)
                                        .map(this::recognised)
                                        .toList())
                .orElse(List.of());
    }

    private RecognisedItem recognised(Ruling.ItemRuling item) {
        return new RecognisedItem(
                item.article(), content.articles().get(item.article()), item.conditions());
    }

    /** The level whose recommendation is due next; empty when the office is next. */
    Optional<Level> nextLevel(Governance governance) {
        var given = steps.stream().filter(s -> s.action() == RequestAction.RECOMMEND).count();
        return governance.recommendingLevels().stream().skip(given).findFirst();
    }

    /** As the submission found it. */
    boolean outOfArea() {
        return lastStep(RequestAction.SUBMIT)
                .map(step -> Boolean.TRUE.equals(step.outOfArea()))
                .orElse(false);
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

    /** Who last acted for the unit. */
    public Optional<String> agent() {
        return agents.isEmpty() ? Optional.empty() : Optional.of(agents.getLast());
    }

    /** The opinions that count. */
    public List<Opinion> standing() {
        return opinions.stream().filter(Opinion::stands).toList();
    }

    public Optional<Opinion> opinionOf(String agencyRole) {
        return standing().stream().filter(o -> o.agencyRole().equals(agencyRole)).findFirst();
    }

    /** Those who wait for more from the applicant. */
    public List<Opinion> asking() {
        return standing().stream().filter(o -> o.kind() == Opinion.Kind.NEED_MORE).toList();
    }

    WhitelistRequest withContent(RequestContent newContent) {
        return with(scheme, newContent, status, steps, opinions, questions);
    }

    WhitelistRequest moved(RequestStatus to, Step step) {
        var newSteps = new ArrayList<>(steps);
        newSteps.add(step.reaching(to));
        var judgedBy = new SchemeRef(scheme.code(), step.schemeVersion());
        return with(judgedBy, content, to, newSteps, opinions, questions);
    }

    /** The agency's older opinion stays in the record and counts no more. */
    WhitelistRequest withOpinion(Opinion opinion, LocalDate today) {
        var all = settingAside(o -> o.agencyRole().equals(opinion.agencyRole()), today);
        return withOpinions(Stream.concat(all.opinions.stream(), Stream.of(opinion)).toList());
    }

    WhitelistRequest settingAside(Predicate<Opinion> which, LocalDate today) {
        return withOpinions(
                opinions.stream()
                        .map(o -> o.stands() && which.test(o) ? o.setAside(today) : o)
                        .toList());
    }

    private WhitelistRequest withOpinions(List<Opinion> newOpinions) {
        return with(scheme, content, status, steps, newOpinions, questions);
    }

    WhitelistRequest withQuestions(List<Question> newQuestions) {
        return with(scheme, content, status, steps, opinions, newQuestions);
    }

    private WhitelistRequest with(
            SchemeRef newScheme,
            RequestContent newContent,
            RequestStatus newStatus,
            List<Step> newSteps,
            List<Opinion> newOpinions,
            List<Question> newQuestions) {
        return new WhitelistRequest(
                id,
                number,
                newScheme,
                organisation,
                agents,
                newContent,
                newStatus,
                newSteps,
                newOpinions,
                newQuestions,
                version);
    }

    WhitelistRequest withVersion(int newVersion) {
        return new WhitelistRequest(
                id,
                number,
                scheme,
                organisation,
                agents,
                content,
                status,
                steps,
                opinions,
                questions,
                newVersion);
    }
}
