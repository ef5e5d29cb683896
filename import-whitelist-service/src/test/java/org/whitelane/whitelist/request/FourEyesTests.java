package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.CREDIT_CODE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestContent.Project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Who × what their organisation is to the request: nobody judges what is their own. */
class FourEyesTests {

    /** What an officer's organisation can be to a request. */
    enum Relation {
        NOTHING,
        APPLICANT,
        AGENT,
        AGENT_BEFORE_ANOTHER,
        OWNER,
        OWNER_BY_CREDIT_CODE,
        CRO,
        CRO_BY_CREDIT_CODE,
        CRO_BY_CREDIT_CODE_IN_LOWER_CASE;

        /** The request as it is where the relation holds. */
        WhitelistRequest in(WhitelistRequest request, String own) {
            var unit = request.organisation();
            var code = CREDIT_CODE.toLowerCase(Locale.ROOT);
            return switch (this) {
                case NOTHING -> with(request, unit, List.of("an-agent"), "someone", "someone-else");
                case APPLICANT -> with(request, own, List.of(), null, null);
                case AGENT -> with(request, unit, List.of(own), null, null);
                case AGENT_BEFORE_ANOTHER -> with(request, unit, List.of(own, "b"), null, null);
                case OWNER -> with(request, unit, List.of(), own, null);
                case OWNER_BY_CREDIT_CODE -> with(request, unit, List.of(), CREDIT_CODE, null);
                case CRO -> with(request, unit, List.of(), null, own);
                case CRO_BY_CREDIT_CODE -> with(request, unit, List.of(), null, CREDIT_CODE);
                case CRO_BY_CREDIT_CODE_IN_LOWER_CASE ->
                        with(request, unit, List.of(), "someone", code);
            };
        }
    }

    static Stream<Arguments> everyDecisionInEveryRelation() {
        return decisions()
                .flatMap(
                        move ->
                                Arrays.stream(Relation.values())
                                        .map(relation -> Arguments.of(move, relation)));
    }

    private static Stream<Move> decisions() {
        return Moves.TABLE.stream()
                .filter(move -> move.from() != null)
                .filter(move -> move.action().who() != Who.APPLICANT)
                .filter(move -> move.action().who() != Who.SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("everyDecisionInEveryRelation")
    void letsNobodyJudgeWhatIsTheirOwn(Move move, Relation relation) {
        var officer = Cases.rightOfficer(move.action().who());
        var request = relation.in(Cases.before(move), own(officer));
        var at = tied(move, Ties.named(own(officer), CREDIT_CODE));

        var outcome = RequestDecider.decide(request, Cases.command(move), officer, at);

        if (relation == Relation.NOTHING) {
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(Refusal.OWN_REQUEST));
        }
        assertThat(new Standing(request, at.members(), officer, at.ties()).allowed())
                .as("what is offered is what is taken")
                .matches(
                        allowed ->
                                allowed.contains(move.action()) == (relation == Relation.NOTHING));
    }

    /** A code may be theirs: whoever is not known here waits until he is. */
    @ParameterizedTest
    @MethodSource("decisions")
    void neverFailsOpenOnACodeThatNobodyCanRead(Move move) {
        var officer = Cases.rightOfficer(move.action().who());
        var request = Relation.CRO_BY_CREDIT_CODE.in(Cases.before(move), own(officer));
        var at = tied(move, Ties.notKnownYet(own(officer)));

        assertThat(RequestDecider.decide(request, Cases.command(move), officer, at))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.code()).isEqualTo(Refusal.PARTY_NOT_KNOWN_YET));
    }

    private static Deliberation tied(Move move, Ties ties) {
        var at = Cases.deliberation(move);
        return new Deliberation(
                at.scheme(),
                at.members(),
                ties,
                at.party(),
                at.listed(),
                at.clock(),
                at.today(),
                at.expected(),
                at.ban());
    }

    private static String own(Officer officer) {
        return Objects.requireNonNull(officer.organisation());
    }

    private static WhitelistRequest with(
            WhitelistRequest request,
            String unit,
            List<String> agents,
            @Nullable String owner,
            @Nullable String cro) {
        var content = request.content();
        var project = content.project();
        return new WhitelistRequest(
                request.id(),
                request.number(),
                request.scheme(),
                unit,
                agents,
                new RequestContent(
                        content.kind(),
                        content.items(),
                        new Project(
                                project.name(),
                                project.code(),
                                project.stage(),
                                owner,
                                cro,
                                "contract-1",
                                project.from(),
                                project.to()),
                        content.responsiblePerson(),
                        content.commitmentSignedOn(),
                        content.documents()),
                request.status(),
                request.steps(),
                request.opinions(),
                request.questions(),
                request.version());
    }
}
