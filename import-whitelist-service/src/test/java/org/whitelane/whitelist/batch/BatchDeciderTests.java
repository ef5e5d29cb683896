package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.batch.BatchOutcome.Accepted;
import org.whitelane.whitelist.batch.BatchOutcome.Refused;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.request.Ties;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.signing.Ed25519Key;
import org.whitelane.whitelist.signing.SigningKey;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Relation;
import org.whitelane.whitelist.support.Signer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Who may do what with a batch, and what a seal is worth; without database and HTTP. */
class BatchDeciderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID BATCH = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a805a");
    private static final Officer OFFICE = Fixtures.office();
    private static final Officer SECOND =
            Fixtures.officer("second", Fixtures.agency("MPA"), "MUNICIPAL_OFFICE");

    @ParameterizedTest
    @MethodSource("illegal")
    void refusesEveryMoveThatIsNotInTheTable(BatchStatus status, BatchCommand command) {
        var outcome = decide(room(status), command, OFFICE, brief(null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(BatchRefusal.ILLEGAL_MOVE));
    }

    static Stream<Arguments> illegal() {
        return Stream.of(BatchStatus.values())
                .flatMap(
                        status ->
                                commands()
                                        .filter(
                                                command ->
                                                        BatchMoves.targets(status, command.action())
                                                                .isEmpty())
                                        .map(command -> Arguments.of(status, command)));
    }

    /** All but signing, which only a signatory may try. */
    private static Stream<BatchCommand> commands() {
        return Stream.of(
                new BatchCommand.Add(List.of()),
                new BatchCommand.Remove(List.of()),
                new BatchCommand.Freeze(),
                new BatchCommand.Unfreeze("why"),
                new BatchCommand.Publish(null),
                new BatchCommand.Schedule(NOW.plusSeconds(60), null),
                new BatchCommand.Recall("why"),
                new BatchCommand.Release(),
                new BatchCommand.HandBack("why", List.of()),
                new BatchCommand.Abandon("why"));
    }

    @Test
    void isSignedWhenTheLastAgencyHasSigned() {
        var room = room(BatchStatus.FROZEN);
        var roles = new ArrayList<>(frozen().signatories());
        while (!roles.isEmpty()) {
            var outcome = signedBy(roles.removeFirst(), room, room.version());
            room = ((Accepted) outcome).room();
            assertThat(room.status())
                    .isEqualTo(roles.isEmpty() ? BatchStatus.SIGNED : BatchStatus.FROZEN);
        }
        assertThat(room.signatures()).hasSize(frozen().signatories().size());
    }

    @Test
    void takesOneSignatureOfAnAgency() {
        var once = ((Accepted) signedBy("CUSTOMS", room(BatchStatus.FROZEN), 1)).room();

        assertThat(code(signedBy("CUSTOMS", once, 1))).isEqualTo(BatchRefusal.ALREADY_SIGNED);
    }

    @Test
    void takesNoSignatureMadeForSomethingElse() {
        var room = room(BatchStatus.FROZEN);
        var signer = Signer.of(Fixtures.reviewer("CUSTOMS"));
        var agency = Fixtures.agency("CUSTOMS");
        var other = BatchRoom.open(UUID.randomUUID(), "TJ-2022", "d", step());
        for (var statement :
                List.of(
                        frozen().statement(other, "CUSTOMS", agency, TODAY),
                        frozen().statement(room, "MPA", agency, TODAY),
                        frozen().statement(room, "CUSTOMS", Fixtures.agency("MPA"), TODAY),
                        frozen().statement(room, "CUSTOMS", agency, TODAY.minusDays(1)),
                        frozen(2).statement(room, "CUSTOMS", agency, TODAY))) {
            var sign = new BatchCommand.Sign(signer.sign(statement), TODAY);
            assertThat(code(decide(room, sign, signer.officer(), brief(key(signer)))))
                    .isEqualTo(BatchRefusal.SIGNATURE_REFUSED);
        }
    }

    @Test
    void takesNoSignatureWithoutDutyKeyOrOfTheOwnUnit() {
        var room = room(BatchStatus.FROZEN);
        var sign = new BatchCommand.Sign("a..b", TODAY);
        var customs = Fixtures.reviewer("CUSTOMS");

        assertThat(code(decide(room, sign, customs, brief(null))))
                .isEqualTo(BatchRefusal.NO_SIGNING_KEY);
        assertThat(code(decide(room, sign, Fixtures.applicant(), brief(null))))
                .isEqualTo(BatchRefusal.NOT_FOUND);
        assertThat(code(decide(own(room, "CUSTOMS"), sign, customs, brief(null))))
                .isEqualTo(BatchRefusal.OWN_REQUEST);
        assertThat(
                        code(
                                decide(
                                        room,
                                        new BatchCommand.Sign("a..b", TODAY.plusDays(1)),
                                        customs,
                                        brief(key(Signer.of(customs))))))
                .isEqualTo(BatchRefusal.SIGNATURE_DATE_REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodySignOrPublishWhatIsTheirOwn(Relation relation) {
        var customs = Signer.of(Fixtures.reviewer("CUSTOMS"));
        var ties = Ties.named(customs.officer().organisation(), Fixtures.CREDIT_CODE);
        var request = relation.in(request(), Fixtures.agency("CUSTOMS"));
        var own = holders(room(BatchStatus.FROZEN), Ties.involvedIn(request));
        var statement = frozen().statement(own, "CUSTOMS", Fixtures.agency("CUSTOMS"), TODAY);
        var sign = new BatchCommand.Sign(customs.sign(statement), TODAY);

        var signature = decide(own, sign, customs.officer(), brief(key(customs)), ties);

        var office = Ties.named(SECOND.organisation(), Fixtures.CREDIT_CODE);
        var officesOwn = relation.in(request(), String.valueOf(SECOND.organisation()));
        var publishing =
                decide(
                        signed(Ties.involvedIn(officesOwn)),
                        new BatchCommand.Publish(null),
                        SECOND,
                        brief(null),
                        office);
        assertThat(new BatchStanding(own, Fixtures.members(), customs.officer(), ties).allowed())
                .as("what is offered is what is taken")
                .matches(it -> it.contains(BatchAction.SIGN) == (relation == Relation.NOTHING));
        assertThat(
                        new BatchStanding(
                                        signed(Ties.involvedIn(officesOwn)),
                                        Fixtures.members(),
                                        SECOND,
                                        office)
                                .allowed())
                .matches(it -> it.contains(BatchAction.PUBLISH) == (relation == Relation.NOTHING));
        for (var outcome : List.of(signature, publishing)) {
            if (relation == Relation.NOTHING) {
                assertThat(outcome).isInstanceOf(Accepted.class);
            } else {
                assertThat(code(outcome)).isEqualTo(BatchRefusal.OWN_REQUEST);
            }
        }
    }

    @Test
    void waitsForTheRegistryBeforeItTakesASignature() {
        var customs = Fixtures.reviewer("CUSTOMS");
        var unknown = Ties.notKnownYet(Fixtures.agency("CUSTOMS"));
        var sign = new BatchCommand.Sign("a..b", TODAY);

        assertThat(code(decide(room(BatchStatus.FROZEN), sign, customs, brief(null), unknown)))
                .isEqualTo(BatchRefusal.PARTY_NOT_KNOWN_YET);
    }

    @Test
    void needsASecondPersonToPublish() {
        var signed = signed();
        var publish = new BatchCommand.Publish(null);

        assertThat(code(decide(signed, publish, OFFICE, brief(null))))
                .isEqualTo(BatchRefusal.SECOND_PERSON_NEEDED);
        assertThat(decide(signed, publish, SECOND, brief(null))).isInstanceOf(Accepted.class);
        // the only signer may not either, whoever froze it
        var alone =
                room(BatchStatus.SIGNED)
                        .withSignature(
                                new BatchSignature(
                                        "MPA", "a", "second", "k", "x", TODAY, "s", "j"));
        assertThat(code(decide(alone, publish, SECOND, brief(null))))
                .isEqualTo(BatchRefusal.SECOND_PERSON_NEEDED);
    }

    @Test
    void publishesBeforeTheNextTurnForAReasonOnly() {
        var early = brief(null, TODAY.plusDays(1), List.of());

        assertThat(code(decide(signed(), new BatchCommand.Publish(null), SECOND, early)))
                .isEqualTo(BatchRefusal.CADENCE_NOT_REACHED);
        assertThat(decide(signed(), new BatchCommand.Publish("epidemic"), SECOND, early))
                .isInstanceOf(Accepted.class);
        var schedule = new BatchCommand.Schedule(NOW.plusSeconds(86_400 * 2), null);
        assertThat(decide(signed(), schedule, SECOND, early)).isInstanceOf(Accepted.class);
    }

    @Test
    void trustsNoKeyThatWasRevokedSince() {
        var doubtful = brief(null, null, List.of("k"));

        assertThat(code(decide(signed(), new BatchCommand.Publish(null), SECOND, doubtful)))
                .isEqualTo(BatchRefusal.SIGNATURE_KEY_REVOKED);
    }

    @Test
    void voidsSignaturesWithWhatTheySigned() {
        var thawed =
                ((Accepted)
                                decide(
                                        signed(),
                                        new BatchCommand.Unfreeze("a typing error"),
                                        OFFICE,
                                        brief(null)))
                        .room();

        assertThat(thawed.status()).isEqualTo(BatchStatus.ASSEMBLING);
        assertThat(thawed.signatures()).isEmpty();
        assertThat(thawed.frozen()).isNull();
        assertThat(thawed.rounds()).isEqualTo(1);
    }

    private static BatchOutcome signedBy(String role, BatchRoom room, int version) {
        var signer = Signer.of(Fixtures.reviewer(role));
        var statement = frozen().statement(room, role, Fixtures.agency(role), TODAY);
        return decide(
                room.withVersion(version),
                new BatchCommand.Sign(signer.sign(statement), TODAY),
                signer.officer(),
                brief(key(signer)));
    }

    private static BatchOutcome decide(
            BatchRoom room, BatchCommand command, Officer officer, BatchBrief at) {
        return decide(room, command, officer, at, Ties.named(officer.organisation()));
    }

    private static BatchOutcome decide(
            BatchRoom room, BatchCommand command, Officer officer, BatchBrief at, Ties ties) {
        var tied =
                new BatchBrief(
                        at.scheme(),
                        at.members(),
                        ties,
                        at.now(),
                        at.today(),
                        at.named(),
                        at.key(),
                        at.revokedKeys(),
                        at.nextDate(),
                        at.expected());
        return BatchDecider.decide(room, command, officer, tied);
    }

    private static BatchRefusal code(BatchOutcome outcome) {
        return ((Refused) outcome).code();
    }

    private static SigningKey key(Signer signer) {
        var officer = signer.officer();
        return new SigningKey(
                signer.keyId(),
                new Ed25519Key(signer.x()),
                officer.subject(),
                String.valueOf(officer.organisation()),
                NOW,
                null);
    }

    private static BatchBrief brief(@Nullable SigningKey key) {
        return brief(key, null, List.of());
    }

    private static BatchBrief brief(
            @Nullable SigningKey key, @Nullable LocalDate next, List<String> revoked) {
        return new BatchBrief(
                Fixtures.tianjin(),
                Fixtures.members(),
                Ties.named(),
                NOW,
                TODAY,
                List.of(),
                key,
                revoked,
                next,
                _ -> true);
    }

    private static BatchStep step() {
        return new BatchStep(BatchAction.OPEN, NOW, OFFICE.subject(), null, List.of());
    }

    private static FrozenContent frozen() {
        return frozen(1);
    }

    private static FrozenContent frozen(int round) {
        return new FrozenContent(
                round,
                "{}",
                "0".repeat(63) + round,
                1,
                List.of("MPA", "S_AND_T", "COMMERCE", "CUSTOMS", "FTZ_COMMITTEE"),
                List.of(Fixtures.ENTERPRISE),
                OFFICE.subject(),
                NOW);
    }

    private static BatchRoom room(BatchStatus status) {
        var open = BatchRoom.open(BATCH, "TJ-2022", "d", step());
        return status == BatchStatus.ASSEMBLING
                ? open
                : open.withFrozen(frozen()).moved(status, step());
    }

    private static BatchRoom signed() {
        return signed(frozen().holders());
    }

    private static BatchRoom signed(Collection<String> holders) {
        var room = holders(room(BatchStatus.SIGNED), holders);
        for (var role : frozen().signatories()) {
            room =
                    room.withSignature(
                            new BatchSignature(
                                    role, "a", "signer-" + role, "k", "x", TODAY, "s", "j"));
        }
        return room;
    }

    private static WhitelistRequest request() {
        return new WhitelistRequest(
                UUID.randomUUID(),
                "TJ-2022-2026-000001",
                new SchemeRef("TJ-2022", 1),
                Fixtures.ENTERPRISE,
                List.of(),
                Fixtures.content(),
                RequestStatus.RECOGNISED,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    private static BatchRoom own(BatchRoom room, String role) {
        return holders(room, List.of(Fixtures.agency(role)));
    }

    private static BatchRoom holders(BatchRoom room, Collection<String> holders) {
        var f = frozen();
        return room.withFrozen(
                new FrozenContent(
                        f.round(),
                        f.content(),
                        f.digest(),
                        1,
                        f.signatories(),
                        List.copyOf(holders),
                        f.by(),
                        f.at()));
    }
}
