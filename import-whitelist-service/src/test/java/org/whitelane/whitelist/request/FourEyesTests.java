package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.CREDIT_CODE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Relation;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Who × what their organisation is to the request: nobody judges what is their own. */
class FourEyesTests {

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
}
