package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.Decision.Go;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.declaration.Decision.No;
import org.whitelane.whitelist.support.Fixtures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Every move and every other; and any sequence of moves keeps the sum. */
class DeclarationDeciderTests {

    private static final Amount TEN = new Amount("10", "g");

    private static final List<DeclarationCommand> COMMANDS =
            List.of(
                    new DeclarationCommand.Reserve(),
                    Consignments.papers(),
                    new DeclarationCommand.Release(null),
                    new DeclarationCommand.Refuse("why"),
                    new DeclarationCommand.Return("why"),
                    new DeclarationCommand.Receive(TEN, false),
                    new DeclarationCommand.Receive(null, true),
                    new DeclarationCommand.Cancel("why"),
                    new DeclarationCommand.Drop("why"),
                    new DeclarationCommand.Expire());

    @ParameterizedTest
    @EnumSource
    void makesTheMovesOfTheTableAndNoOther(DeclarationStatus status) {
        for (var command : COMMANDS) {
            var at = Consignments.context();
            var declaration = Consignments.in(status);
            var outcome = DeclarationDecider.decide(declaration, command, at);
            var to = command.action().from(status);
            if (to.isEmpty()) {
                assertThat(outcome)
                        .as("%s %s", status, command)
                        .isInstanceOfSatisfying(
                                No.class,
                                no ->
                                        assertThat(no.refused().kind())
                                                .isEqualTo(Refused.Kind.ILLEGAL_MOVE));
            } else if (outcome instanceof Go go) {
                assertThat(go.after().status()).as("%s %s", status, command).isEqualTo(to.get());
            } else {
                assertThat(outcome)
                        .as("only a reservation that still holds is not expired")
                        .isInstanceOfSatisfying(
                                No.class,
                                no ->
                                        assertThat(no.refused().code())
                                                .isIn("reservation-holds", "release-exceeds"));
            }
        }
    }

    @Test
    void neverGuessesWhatTheQuotaLimits() {
        var refused =
                DeclarationDecider.decide(
                        Consignments.in(DeclarationStatus.PLANNED),
                        new DeclarationCommand.Reserve(),
                        Consignments.withoutReading());

        assertThat(refused)
                .isInstanceOfSatisfying(
                        No.class,
                        no -> assertThat(no.refused().code()).isEqualTo("quota-mode-not-known"));
    }

    @ParameterizedTest
    @CsvSource({"0, 100, true", "0, 100.000001, false", "5, 105, true", "5, 105.000001, false"})
    void toleratesAsMuchMoreAsIsConfigured(BigDecimal percent, String received, boolean tolerated) {
        var outcome =
                DeclarationDecider.decide(
                        Consignments.in(DeclarationStatus.RELEASED),
                        new DeclarationCommand.Receive(new Amount(received, "g"), true),
                        Consignments.tolerating(percent));

        assertThat(outcome instanceof Go).isEqualTo(tolerated);
    }

    @Test
    void expiresTheDayAfterTheLast() {
        var reserved = Consignments.in(DeclarationStatus.RESERVED);
        var last = Consignments.LAST_DAY;

        assertThat(expired(reserved, last)).isInstanceOf(No.class);
        assertThat(expired(reserved, last.plusDays(1)))
                .isInstanceOfSatisfying(
                        Go.class,
                        go ->
                                assertThat(go.movement())
                                        .isEqualTo(new Movement.Free(new BigDecimal("100"))));
    }

    private static Decision expired(ImportDeclaration declaration, LocalDate today) {
        return DeclarationDecider.decide(
                declaration, new DeclarationCommand.Expire(), Consignments.contextOn(today));
    }

    /** Whatever happens in whatever order: 0 ≤ used + reserved ≤ approved, used = Σ received. */
    @Test
    void keepsTheSumInAnySequence() {
        var random = new Random(Fixtures.TODAY.toEpochDay());
        for (var round = 0; round < 300; round++) {
            Consignments.play(random);
        }
    }
}
