package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whitelane.whitelist.request.Cases.agreed;
import static org.whitelane.whitelist.request.Cases.command;
import static org.whitelane.whitelist.request.Cases.decide;
import static org.whitelane.whitelist.request.Cases.deliberation;
import static org.whitelane.whitelist.request.Cases.in;
import static org.whitelane.whitelist.request.Cases.opinion;
import static org.whitelane.whitelist.request.Cases.rightOfficer;
import static org.whitelane.whitelist.support.Fixtures.AGENCIES;
import static org.whitelane.whitelist.support.Fixtures.ENTERPRISE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.agency;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.content;
import static org.whitelane.whitelist.support.Fixtures.district;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.flag;
import static org.whitelane.whitelist.support.Fixtures.office;
import static org.whitelane.whitelist.support.Fixtures.officer;
import static org.whitelane.whitelist.support.Fixtures.reviewer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Members;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class RequestDeciderTests {

    static Stream<Move> documentedMoves() {
        return Moves.TABLE.stream().filter(move -> move.from() != null);
    }

    static Stream<Arguments> allOtherMoves() {
        return Arrays.stream(RequestStatus.values())
                .flatMap(
                        status ->
                                Arrays.stream(RequestAction.values())
                                        .filter(action -> action != RequestAction.CREATE)
                                        .filter(action -> Moves.find(status, action).isEmpty())
                                        .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest
    @MethodSource("documentedMoves")
    void makesEveryDocumentedMove(Move move) {
        var outcome =
                RequestDecider.decide(
                        Cases.before(move),
                        Cases.command(move),
                        rightOfficer(move.action().who()),
                        Cases.deliberation(move));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> {
                            assertThat(accepted.request().status()).isEqualTo(move.to());
                            assertThat(accepted.facts()).hasSize(Math.max(1, move.events().size()));
                        });
    }

    @ParameterizedTest
    @MethodSource("allOtherMoves")
    void refusesEveryOtherMove(RequestStatus status, RequestAction action) {
        var outcome = decide(in(status), action);

        // agencies do not even see a draft
        var hidden =
                status == RequestStatus.DRAFT
                        && action.who() != Who.APPLICANT
                        && action.who() != Who.SYSTEM;
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.code())
                                    .isEqualTo(hidden ? Refusal.NOT_FOUND : Refusal.ILLEGAL_MOVE);
                            if (!hidden) {
                                assertThat(refused.detail()).contains(status.name(), action.code());
                                assertThat(Moves.from(status))
                                        .allSatisfy(
                                                allowed ->
                                                        assertThat(refused.detail())
                                                                .contains(allowed.code()));
                            }
                        });
    }

    @ParameterizedTest
    @EnumSource(value = RequestAction.class, mode = Mode.EXCLUDE, names = "CREATE")
    void refusesARoleThatMayNot(RequestAction action) {
        var right = action.who() == Who.SYSTEM ? office() : rightOfficer(action.who());
        var wrong = new Officer(right.subject(), right.organisation(), Set.of("CUSTOMS_OFFICER"));

        assertThat(by(wrong, action)).isEqualTo(Refusal.ROLE_MISSING);
    }

    @ParameterizedTest
    @EnumSource(value = RequestAction.class, mode = Mode.EXCLUDE, names = "CREATE")
    void hidesTheRequestFromStrangers(RequestAction action) {
        var stranger = officer("x", "enterprise-b", action.who().roles().getFirst());

        assertThat(by(stranger, action)).isEqualTo(Refusal.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(value = RequestAction.class, mode = Mode.EXCLUDE, names = "CREATE")
    void letsNobodyDecideOnTheirOwnRequest(RequestAction action) {
        var own = officer("x", ENTERPRISE, action.who().roles().getFirst());

        if (action.who() != Who.APPLICANT) {
            assertThat(by(own, action)).isEqualTo(Refusal.OWN_REQUEST);
        }
    }

    @Test
    void leavesTheOfficesMovesToTheOffice() {
        var customs = agency("CUSTOMS");
        assertThat(by(officer("x", customs, "INTAKE_OFFICER"), RequestAction.ACCEPT))
                .isEqualTo(Refusal.DUTY_MISSING);
        assertThat(by(officer("x", customs, "DISTRICT_REVIEWER"), RequestAction.RECOMMEND))
                .isEqualTo(Refusal.DUTY_MISSING);
        assertThat(by(officer("x", customs, "MUNICIPAL_OFFICE"), RequestAction.RECOGNISE))
                .isEqualTo(Refusal.NOT_THE_OFFICE);
        assertThat(by(officer("x", customs, "APPLICANT_ADMIN"), RequestAction.WITHDRAW))
                .isEqualTo(Refusal.NOT_THE_APPLICANT);
    }

    @ParameterizedTest
    @EnumSource(value = Opinion.Kind.class, mode = Mode.EXCLUDE, names = "AGREE")
    void wantsAReasonUnlessAgreed(Opinion.Kind kind) {
        for (var reason : new String[] {null, "", "  "}) {
            var outcome = opine(in(RequestStatus.JOINT_REVIEW), kind, reason);
            assertThat(code(outcome)).isEqualTo(Refusal.OPINION_INCOMPLETE);
            assertThat(findings(outcome)).extracting(Finding::pointer).containsExactly("/reason");
        }
        assertThat(opine(in(RequestStatus.JOINT_REVIEW), kind, "because"))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void recognisesOnlyWhenEveryMemberHasSpoken() {
        var request = in(RequestStatus.JOINT_REVIEW);
        for (var role : AGENCIES) {
            var outcome = decide(request, RequestAction.RECOGNISE);
            assertThat(code(outcome)).isEqualTo(Refusal.OPINIONS_MISSING);
            assertThat(((Outcome.Refused) outcome).detail()).contains(role);
            request = request.withOpinion(opinion(role, Opinion.Kind.AGREE), TODAY);
        }
        assertThat(decide(request, RequestAction.RECOGNISE)).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(value = Opinion.Kind.class, mode = Mode.EXCLUDE, names = "AGREE")
    void recognisesOnlyWhenAllAgreed(Opinion.Kind kind) {
        for (var dissenter : AGENCIES) {
            var request = in(RequestStatus.JOINT_REVIEW);
            for (var role : AGENCIES) {
                request =
                        request.withOpinion(
                                opinion(role, role.equals(dissenter) ? kind : Opinion.Kind.AGREE),
                                TODAY);
            }
            var outcome = decide(request, RequestAction.RECOGNISE);
            assertThat(code(outcome)).isEqualTo(Refusal.NOT_ALL_AGREED);
            assertThat(((Outcome.Refused) outcome).detail()).contains(dissenter);
        }
    }

    @Test
    void letsASoleReviewerNotRecognise() {
        var alone = new Officer("reviewer-MPA", agency("MPA"), Set.of("MUNICIPAL_OFFICE"));
        var request = in(RequestStatus.JOINT_REVIEW);
        for (var role : AGENCIES) {
            request =
                    request.withOpinion(opinion(role, Opinion.Kind.AGREE, alone.subject()), TODAY);
        }
        assertThat(
                        code(
                                RequestDecider.decide(
                                        request,
                                        command(RequestAction.RECOGNISE),
                                        alone,
                                        deliberation())))
                .isEqualTo(Refusal.SOLE_REVIEWER);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestAction.class,
            names = {"SUBMIT", "RECOGNISE", "PUBLISH"})
    void neverFailsOpen(RequestAction action) {
        var unknown = deliberation(new PartyKnowledge.NotKnownYet("not here"));
        var flagged =
                deliberation(new PartyKnowledge.Known(enterprise(flag("SERIOUS_DISHONESTY"))));

        assertThat(code(decideWith(action, unknown))).isEqualTo(Refusal.PARTY_NOT_KNOWN_YET);
        var refused = decideWith(action, flagged);
        assertThat(code(refused)).isEqualTo(Refusal.RULE_REFUSED);
        assertThat(findings(refused))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.code()).isEqualTo("credit-ok");
                            assertThat(finding.detail()).contains("CREDIT_OK", "TJ-2022 version 1");
                        });
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestAction.class,
            names = {"SUBMIT", "RECOGNISE", "PUBLISH"})
    void remembersTheVersionsItSaw(RequestAction action) {
        var accepted = (Outcome.Accepted) decideWith(action, deliberation());

        assertThat(accepted.request().lastStep(action))
                .hasValueSatisfying(
                        step -> {
                            assertThat(step.organisationVersion()).isEqualTo(7L);
                            assertThat(step.schemeVersion()).isEqualTo(1);
                        });
    }

    @Test
    void refusesOnSubmissionForEveryReasonAtOnce() {
        var request =
                in(RequestStatus.DRAFT)
                        .withContent(
                                content(
                                        article(Map.of("use", "SALE")),
                                        article(
                                                Map.of(
                                                        "casNumber", "9041-08-1",
                                                        "originCountry", "CHN"))));
        var flagged = deliberation(new PartyKnowledge.Known(enterprise(flag("CUSTOMS_DISHONEST"))));

        var outcome =
                RequestDecider.decide(
                        request, new RequestCommand.Submit(), rightOfficer(Who.APPLICANT), flagged);

        assertThat(findings(outcome))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/articles/0/use", "use-in-scope"),
                        tuple("/articles/1/originCountry", "from-abroad"),
                        tuple("", "not-customs-dishonest"));
    }

    @Test
    void asksForCorrectionsOnce() {
        var once =
                (Outcome.Accepted)
                        decide(in(RequestStatus.SUBMITTED), RequestAction.REQUEST_CORRECTION);
        var again = (Outcome.Accepted) decide(once.request(), RequestAction.SUBMIT);

        assertThat(code(decide(again.request(), RequestAction.REQUEST_CORRECTION)))
                .isEqualTo(Refusal.CORRECTION_ALREADY_REQUESTED);
    }

    @Test
    void wantsTheVersionThatTheCallerRead() {
        var at = deliberation();
        var accept = command(RequestAction.ACCEPT);
        var intake = rightOfficer(Who.INTAKE);

        var request = in(RequestStatus.SUBMITTED);
        var current = request.version();

        assertThat(RequestDecider.decide(request, accept, intake, at.expecting(v -> v != current)))
                .isEqualTo(new Outcome.OtherVersion(current));
        assertThat(RequestDecider.decide(request, accept, intake, at.expecting(v -> v == current)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void tellsNoVersionToWhoMayNotSee() {
        var stranger = officer("stranger", "elsewhere", "INTAKE_OFFICER");

        assertThat(
                        code(
                                RequestDecider.decide(
                                        in(RequestStatus.SUBMITTED),
                                        command(RequestAction.ACCEPT),
                                        stranger,
                                        deliberation().expecting(_ -> false))))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    /** Who takes in is the scheme's data: here the lead, there the lower level. */
    @Test
    void leavesIntakeToTheMemberOnDuty() {
        var twoLevels = deliberation(RequestAction.RECOMMEND);
        var submitted = in(RequestStatus.SUBMITTED);
        var accept = command(RequestAction.ACCEPT);
        var local = officer("x", agency("S_AND_T_HAIDIAN"), "INTAKE_OFFICER");

        assertThat(RequestDecider.decide(submitted, accept, local, twoLevels))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(
                        code(
                                RequestDecider.decide(
                                        submitted, accept, rightOfficer(Who.INTAKE), twoLevels)))
                .isEqualTo(Refusal.DUTY_MISSING);
    }

    @Test
    void opensTheReviewOfTwoLevelsOnlyWhenRecommended() {
        var twoLevels = deliberation(RequestAction.RECOMMEND);
        var open = command(RequestAction.OPEN_JOINT_REVIEW);
        var accepted = in(RequestStatus.ACCEPTED);

        assertThat(code(RequestDecider.decide(accepted, open, office(), twoLevels)))
                .isEqualTo(Refusal.RECOMMENDATION_MISSING);
        var recommended =
                (Outcome.Accepted)
                        RequestDecider.decide(
                                accepted, command(RequestAction.RECOMMEND), district(), twoLevels);
        assertThat(recommended.facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestFact.Recommended.class,
                        fact -> assertThat(fact.agencyRole()).isEqualTo("S_AND_T_HAIDIAN"));
        assertThat(RequestDecider.decide(recommended.request(), open, office(), twoLevels))
                .isInstanceOf(Outcome.Accepted.class);
    }

    /** Somebody with the duty would be a contradiction in the file; the table has the move. */
    @ParameterizedTest
    @EnumSource(
            value = RequestAction.class,
            names = {"RECOMMEND", "REFUSE_RECOMMENDATION"})
    void recommendsNothingInASchemeOfOneLevel(RequestAction action) {
        var twoLevels = deliberation(RequestAction.RECOMMEND);
        var oneLevel =
                new Deliberation(
                        deliberation().scheme(),
                        twoLevels.members(),
                        Ties.NONE,
                        twoLevels.party(),
                        twoLevels.listed(),
                        twoLevels.clock(),
                        TODAY,
                        twoLevels.expected(),
                        null);

        assertThat(
                        code(
                                RequestDecider.decide(
                                        in(RequestStatus.ACCEPTED),
                                        command(action),
                                        district(),
                                        oneLevel)))
                .isEqualTo(Refusal.SINGLE_LEVEL);
    }

    @Test
    void showsOnlyMovesOfTheSchemesLevels() {
        var accepted = in(RequestStatus.ACCEPTED);
        var two = deliberation(RequestAction.RECOMMEND).members();
        var one = deliberation().members();

        assertThat(new Standing(accepted, one, office(), Ties.NONE).allowed())
                .containsExactly(RequestAction.OPEN_JOINT_REVIEW);
        assertThat(new Standing(accepted, two, office(), Ties.NONE).allowed()).isEmpty();
        assertThat(new Standing(accepted, two, district(), Ties.NONE).allowed())
                .containsExactly(RequestAction.RECOMMEND, RequestAction.REFUSE_RECOMMENDATION);
        assertThat(new Standing(in(RequestStatus.RECOMMENDED), two, office(), Ties.NONE).allowed())
                .containsExactly(RequestAction.OPEN_JOINT_REVIEW);
    }

    @Test
    void keepsTheScheme() {
        var revise = new RequestCommand.Revise(Cases.wish("BJ-2022"));

        assertThat(
                        code(
                                RequestDecider.decide(
                                        in(RequestStatus.DRAFT),
                                        revise,
                                        rightOfficer(Who.APPLICANT),
                                        deliberation())))
                .isEqualTo(Refusal.SCHEME_FIXED);
    }

    private static Outcome decideWith(RequestAction action, Deliberation at) {
        var request =
                switch (action) {
                    case SUBMIT -> in(RequestStatus.DRAFT);
                    case PUBLISH -> in(RequestStatus.RECOGNISED);
                    default -> agreed();
                };
        return RequestDecider.decide(request, command(action), rightOfficer(action.who()), at);
    }

    private static Outcome opine(
            WhitelistRequest request, Opinion.Kind kind, @Nullable String reason) {
        return RequestDecider.decide(
                request,
                new RequestCommand.GiveOpinion(kind, reason),
                reviewer("CUSTOMS"),
                deliberation());
    }

    private static Refusal by(Officer officer, RequestAction action) {
        var status =
                Moves.TABLE.stream()
                        .filter(m -> m.action() == action && m.from() != RequestStatus.DRAFT)
                        .map(Move::from)
                        .findFirst()
                        .orElse(RequestStatus.SUBMITTED);
        return code(
                RequestDecider.decide(
                        in(status == null ? RequestStatus.SUBMITTED : status),
                        command(action),
                        officer,
                        deliberation(action)));
    }

    private static Refusal code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).code();
    }

    private static List<Finding> findings(Outcome outcome) {
        return ((Outcome.Refused) outcome).findings();
    }

    @Test
    void opensTheReviewOnlyWithEveryAgencyBound() {
        var members =
                new Members(deliberation().scheme().governance(), Map.of("MPA", agency("MPA")));
        var at = deliberation();
        var half =
                new Deliberation(
                        at.scheme(),
                        members,
                        Ties.NONE,
                        at.party(),
                        at.listed(),
                        at.clock(),
                        at.today(),
                        _ -> true,
                        null);

        var outcome =
                RequestDecider.decide(
                        in(RequestStatus.ACCEPTED),
                        new RequestCommand.OpenJointReview(),
                        office(),
                        half);

        assertThat(code(outcome)).isEqualTo(Refusal.MEMBERS_NOT_BOUND);
        assertThat(((Outcome.Refused) outcome).detail()).contains("CUSTOMS", "COMMERCE");
    }
}
