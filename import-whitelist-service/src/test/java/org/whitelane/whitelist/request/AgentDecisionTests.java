package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.CREDIT_CODE;
import static org.whitelane.whitelist.support.Fixtures.ENTERPRISE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.officer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.Ties.Agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What an agent may do, for every move of an applicant and every set of acts. */
class AgentDecisionTests {

    private static final String AGENT = "cro-a";
    private static final Officer CRO = officer("agent", AGENT, "RND_IMPORT_OFFICER");

    /** Written down a second time, by hand: what each move of an applicant takes. */
    private static final Map<String, Act> TAKES =
            Map.ofEntries(
                    Map.entry("DRAFT revise", Act.DRAFT),
                    Map.entry("DRAFT attach", Act.DRAFT),
                    Map.entry("DRAFT detach", Act.DRAFT),
                    Map.entry("DRAFT withdraw", Act.DRAFT),
                    Map.entry("DRAFT submit", Act.SUBMIT),
                    Map.entry("SUBMITTED withdraw", Act.SUBMIT),
                    Map.entry("CORRECTION_REQUESTED revise", Act.DRAFT),
                    Map.entry("CORRECTION_REQUESTED attach", Act.DRAFT),
                    Map.entry("CORRECTION_REQUESTED submit", Act.SUBMIT),
                    Map.entry("CORRECTION_REQUESTED withdraw", Act.SUBMIT),
                    Map.entry("AREA_ASSESSMENT withdraw", Act.SUBMIT),
                    Map.entry("ACCEPTED withdraw", Act.SUBMIT),
                    Map.entry("RECOMMENDED withdraw", Act.SUBMIT),
                    Map.entry("JOINT_REVIEW withdraw", Act.SUBMIT),
                    Map.entry("SUPPLEMENT revise", Act.DRAFT),
                    Map.entry("SUPPLEMENT attach", Act.DRAFT),
                    Map.entry("SUPPLEMENT supply", Act.SUBMIT),
                    Map.entry("SUPPLEMENT withdraw", Act.SUBMIT));

    static Stream<Move> movesOfApplicants() {
        return Moves.TABLE.stream()
                .filter(move -> move.from() != null && move.action().who() == Who.APPLICANT);
    }

    static Stream<Arguments> everyMoveByEverySetOfActs() {
        return movesOfApplicants()
                .flatMap(move -> subsets().stream().map(acts -> Arguments.of(move, acts)));
    }

    private static List<List<Act>> subsets() {
        var all = new ArrayList<List<Act>>();
        for (var bits = 1; bits < 1 << Act.values().length; bits++) {
            var chosen = bits;
            all.add(
                    Stream.of(Act.values())
                            .filter(act -> (chosen & 1 << act.ordinal()) != 0)
                            .toList());
        }
        return all;
    }

    @Test
    void knowsEveryMove() {
        assertThat(movesOfApplicants().map(AgentDecisionTests::name))
                .containsExactlyInAnyOrderElementsOf(TAKES.keySet());
    }

    @ParameterizedTest
    @MethodSource("everyMoveByEverySetOfActs")
    void doesWhatTheMandateNames(Move move, List<Act> acts) {
        var mandate = mandate(acts);

        var outcome = decide(move, new Agency(List.of(mandate), active()));

        if (acts.contains(TAKES.get(name(move)))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class, done -> remembers(move, done, mandate));
        } else {
            assertThat(code(outcome)).isEqualTo(Refusal.MANDATE_INSUFFICIENT);
        }
    }

    private static void remembers(Move move, Outcome.Accepted done, Mandate mandate) {
        var request = done.request();
        assertThat(request.status()).isEqualTo(move.to());
        assertThat(request.organisation()).as("it stays the unit's").isEqualTo(ENTERPRISE);
        assertThat(request.agent()).contains(AGENT);
        var made = request.steps().size() > Cases.before(move).steps().size();
        if (made) {
            assertThat(request.steps().getLast().acting())
                    .isEqualTo(new Acting(AGENT, mandate.id()));
        }
        assertThat(request.steps().stream().filter(step -> step.acting() != null))
                .as("nobody else's step says so")
                .hasSize(made ? 1 : 0);
    }

    /** Of two mandates each does what it names. */
    @Test
    void namesTheMandateThatAllowsIt() {
        var drafting = mandate(List.of(Act.DRAFT));
        var submitting = mandate(List.of(Act.SUBMIT));
        var agency = new Agency(List.of(drafting, submitting), active());
        var submit = Moves.find(RequestStatus.DRAFT, RequestAction.SUBMIT).orElseThrow();

        var done = (Outcome.Accepted) decide(submit, agency);

        assertThat(done.request().steps().getLast().acting())
                .isEqualTo(new Acting(AGENT, submitting.id()));
    }

    @ParameterizedTest
    @MethodSource("movesOfApplicants")
    void doesNothingWhileItIsNotActive(Move move) {
        var all = mandate(List.of(Act.values()));

        for (var status : List.of("SUSPENDED", "DEREGISTERED")) {
            var agency = new Agency(List.of(all), new PartyKnowledge.Known(party(status)));
            assertThat(code(decide(move, agency))).isEqualTo(Refusal.AGENT_NOT_ACTIVE);
        }
        var unknown = new Agency(List.of(all), new PartyKnowledge.NotKnownYet("not here"));
        assertThat(code(decide(move, unknown))).isEqualTo(Refusal.PARTY_NOT_KNOWN_YET);
    }

    @ParameterizedTest
    @MethodSource("movesOfApplicants")
    void isAStrangerWithoutAMandate(Move move) {
        assertThat(code(decide(move, null))).isEqualTo(Refusal.NOT_FOUND);
    }

    @ParameterizedTest
    @MethodSource("movesOfApplicants")
    void leavesTheUnitWhatItHad(Move move) {
        var request = Acting.by(mandate(List.of(Act.DRAFT)), Cases.before(move));

        var outcome =
                RequestDecider.decide(
                        request,
                        Cases.command(move),
                        Cases.rightOfficer(Who.APPLICANT),
                        Cases.deliberation(move));

        var done = (Outcome.Accepted) outcome;
        assertThat(done.request().agents()).as("who helped before").containsExactly(AGENT);
        if (done.request().steps().size() > request.steps().size()) {
            assertThat(done.request().steps().getLast().acting())
                    .isEqualTo(new Acting(ENTERPRISE, null));
        }
    }

    /** Whoever acts for the unit sees it as the unit does, and is offered what they may do. */
    @Test
    void offersWhatTheMandateNames() {
        var draft = Cases.in(RequestStatus.DRAFT);
        var reading = new Agency(List.of(mandate(List.of(Act.READ))), active());
        var drafting = new Agency(List.of(mandate(List.of(Act.DRAFT))), active());
        var members = Cases.deliberation().members();

        var reader = new Standing(draft, members, CRO, Ties.named(AGENT).acting(reading));
        assertThat(reader.maySee()).isTrue();
        assertThat(reader.isApplicant()).isTrue();
        assertThat(reader.isOwner()).isFalse();
        assertThat(reader.allowed()).isEmpty();
        assertThat(new Standing(draft, members, CRO, Ties.named(AGENT).acting(drafting)).allowed())
                .containsExactly(
                        RequestAction.REVISE,
                        RequestAction.ATTACH,
                        RequestAction.DETACH,
                        RequestAction.WITHDRAW);
    }

    private static Outcome decide(Move move, @Nullable Agency agency) {
        var at = Cases.deliberation(move);
        return RequestDecider.decide(
                Cases.before(move),
                Cases.command(move),
                CRO,
                new Deliberation(
                        at.scheme(),
                        at.members(),
                        Ties.named(AGENT).acting(agency),
                        at.party(),
                        at.listed(),
                        at.clock(),
                        at.today(),
                        at.expected(),
                        at.ban()));
    }

    private static String name(Move move) {
        return move.from() + " " + move.action().code();
    }

    private static Mandate mandate(List<Act> acts) {
        return new Mandate(
                UUID.randomUUID(),
                ENTERPRISE,
                AGENT,
                null,
                acts,
                TODAY,
                TODAY.plusDays(30),
                "contract-1",
                null,
                1);
    }

    private static PartyKnowledge active() {
        return new PartyKnowledge.Known(party("ACTIVE"));
    }

    private static Party party(String status) {
        return new Party(
                AGENT,
                CREDIT_CODE,
                "示例受托（虚构）",
                null,
                List.of("CRO"),
                "110108",
                List.of(),
                status,
                List.of(),
                3);
    }

    private static Refusal code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).code();
    }
}
