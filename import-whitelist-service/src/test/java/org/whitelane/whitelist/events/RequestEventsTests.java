package org.whitelane.whitelist.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.ENTERPRISE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.applicant;
import static org.whitelane.whitelist.support.Fixtures.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.events.EventTypes;
import org.whitelane.events.RequestEvent;
import org.whitelane.events.RequestEvent.RequestAccepted;
import org.whitelane.events.RequestEvent.RequestSubmitted;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.DueDate;
import org.whitelane.whitelist.request.Opinion;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.Ruling;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.request.Step;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme.Level;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class RequestEventsTests {

    private static final DueDate CERTAIN = new DueDate(TODAY.plusDays(7), false, "Art. 32", true);
    private static final DueDate GUESSED = new DueDate(TODAY.plusDays(7), true, "Art. 32", true);

    private static final Ruling RULING =
            new Ruling(
                    List.of(
                            new Ruling.ItemRuling(
                                    0, Ruling.Result.RECOGNISED, List.of("own use"), null)),
                    new Ruling.Resolution("a paper", "after a meeting"));

    static Stream<Arguments> published() {
        return Stream.of(
                of(
                        new RequestFact.Submitted(step(RequestAction.SUBMIT), CERTAIN),
                        RequestAction.SUBMIT),
                of(
                        new RequestFact.Accepted(step(RequestAction.ACCEPT), CERTAIN),
                        RequestAction.ACCEPT),
                of(
                        new RequestFact.CorrectionRequested(step(RequestAction.REQUEST_CORRECTION)),
                        RequestAction.REQUEST_CORRECTION),
                of(new RequestFact.Declined(step(RequestAction.DECLINE)), RequestAction.DECLINE),
                of(
                        new RequestFact.Recommended(
                                step(RequestAction.RECOMMEND),
                                "agency-x",
                                "S_AND_T_DISTRICT",
                                Level.DISTRICT),
                        RequestAction.RECOMMEND),
                of(
                        new RequestFact.Rejected(step(RequestAction.REFUSE_RECOMMENDATION)),
                        RequestAction.REFUSE_RECOMMENDATION),
                of(
                        new RequestFact.JointReviewOpened(
                                step(RequestAction.OPEN_JOINT_REVIEW), List.of("agency-mpa")),
                        RequestAction.OPEN_JOINT_REVIEW),
                of(
                        new RequestFact.OpinionGiven(opinion(Opinion.Kind.AGREE)),
                        RequestAction.GIVE_OPINION),
                of(
                        new RequestFact.DeemedAccepted(
                                step(RequestAction.DEEM_ACCEPTED), TODAY, CERTAIN),
                        RequestAction.DEEM_ACCEPTED),
                of(
                        new RequestFact.ReviewResumed(
                                step(RequestAction.SUPPLY),
                                RequestFact.ReviewResumed.Cause.SUPPLIED,
                                List.of("MPA"),
                                CERTAIN),
                        RequestAction.SUPPLY),
                of(
                        new RequestFact.DecisionExtended(
                                step(RequestAction.EXTEND),
                                new Deadline(15, Deadline.Unit.WORKING_DAY, "Art. 42", true),
                                CERTAIN),
                        RequestAction.EXTEND),
                of(
                        new RequestFact.Recognised(step(RequestAction.RECOGNISE), 7, RULING),
                        RequestAction.RECOGNISE),
                of(new RequestFact.Rejected(step(RequestAction.REJECT)), RequestAction.REJECT),
                of(
                        new RequestFact.Published(
                                step(RequestAction.PUBLISH),
                                UUID.randomUUID(),
                                List.of(UUID.randomUUID())),
                        RequestAction.PUBLISH),
                of(
                        new RequestFact.Withdrawn(step(RequestAction.WITHDRAW)),
                        RequestAction.WITHDRAW));
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishesTheEventThatTheMoveTableNames(RequestFact fact, RequestAction action) {
        var event = event(fact);

        assertThat(EventTypes.typeOf(event.getClass()))
                .isEqualTo("org.whitelane.whitelist." + action.event().orElseThrow());
        assertThat(event.subject()).isEqualTo(request(true).id().toString());
    }

    @Test
    void neverPublishesAGuessedDay() {
        var submitted = new RequestFact.Submitted(step(RequestAction.SUBMIT), GUESSED);
        var accepted = new RequestFact.Accepted(step(RequestAction.ACCEPT), GUESSED);

        assertThat(((RequestSubmitted) event(submitted)).acceptanceDueOn()).isNull();
        assertThat(((RequestAccepted) event(accepted)).decisionDueOn()).isNull();
        assertThat(
                        ((RequestSubmitted)
                                        event(
                                                new RequestFact.Submitted(
                                                        step(RequestAction.SUBMIT), CERTAIN)))
                                .acceptanceDueOn())
                .isEqualTo("2026-03-09");
    }

    @Test
    void keepsDraftsInside() {
        for (var fact :
                List.of(
                        new RequestFact.Drafted(),
                        new RequestFact.Revised(),
                        new RequestFact.Withdrawn(step(RequestAction.WITHDRAW)),
                        new RequestFact.EligibilityRestored(8))) {
            assertThat(written(fact, false)).isInstanceOf(Written.Internal.class);
        }
    }

    @Test
    void saysWhichVersionOfThePartyRaisedADoubt() {
        var question = new Question(List.of("flagged"), 8, TODAY, null);

        assertThat(event(new RequestFact.EligibilityQuestioned(question)))
                .isInstanceOfSatisfying(
                        RequestEvent.RequestEligibilityQuestioned.class,
                        questioned -> {
                            assertThat(questioned.organisationVersion()).isEqualTo(8);
                            assertThat(questioned.reasons()).containsExactly("flagged");
                        });
    }

    @Test
    void tellsWhatWasSaidAndDecidedOfEachArticle() {
        var given =
                (RequestEvent.OpinionGiven)
                        event(new RequestFact.OpinionGiven(opinion(Opinion.Kind.AGREE)));
        assertThat(given.items())
                .containsExactly(
                        new RequestEvent.ItemJudged(0, "AGREE", List.of("own use"), "clear"));
        var recognised =
                (RequestEvent.RequestRecognised)
                        event(new RequestFact.Recognised(step(RequestAction.RECOGNISE), 7, RULING));
        assertThat(recognised.items())
                .containsExactly(
                        new RequestEvent.ItemRuled(
                                0, "Dextran", "RECOGNISED", List.of("own use"), null));
        assertThat(recognised.resolution()).isEqualTo("a paper");
        var asked =
                (RequestEvent.SupplementRequested)
                        event(
                                new RequestFact.SupplementRequested(
                                        opinion(Opinion.Kind.NEED_MORE), null));
        assertThat(asked.needs()).containsExactly("a report");
        assertThat(asked.supplementDueOn()).isNull();
    }

    @Test
    void digestsTheEntriesOfABatch() {
        // printf 'a\nb\n' | sha256sum
        assertThat(BatchEvents.digest(List.of("a", "b")))
                .isEqualTo("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    }

    private static Arguments of(RequestFact fact, RequestAction action) {
        return Arguments.of(fact, action);
    }

    private static WhitelistEvent event(RequestFact fact) {
        return ((Written.Published) written(fact, true)).event();
    }

    private static Written written(RequestFact fact, boolean submitted) {
        return RequestEvents.of(new RequestChanged(null, request(submitted), fact, applicant()));
    }

    private static WhitelistRequest request(boolean submitted) {
        return new WhitelistRequest(
                new UUID(1, 1),
                "TJ-2022-2026-000001",
                new SchemeRef("TJ-2022", 1),
                ENTERPRISE,
                List.of(),
                content(),
                submitted ? RequestStatus.SUBMITTED : RequestStatus.DRAFT,
                submitted ? List.of(step(RequestAction.SUBMIT)) : List.of(),
                List.of(),
                List.of(),
                0);
    }

    private static Opinion opinion(Opinion.Kind kind) {
        return new Opinion(
                "agency-mpa",
                "MPA",
                kind,
                "a reason",
                List.of(
                        new Opinion.ItemOpinion(
                                0, Opinion.Kind.AGREE, List.of("own use"), "clear")),
                List.of("a report"),
                TODAY,
                "x",
                null);
    }

    private static Step step(RequestAction action) {
        return new Step(
                action,
                TODAY,
                RequestStatus.SUBMITTED,
                "x",
                null,
                "MPA",
                1,
                7L,
                false,
                "a reason",
                "a remedy",
                List.of("a correction"),
                null);
    }
}
