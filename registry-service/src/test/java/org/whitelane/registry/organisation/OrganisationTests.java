package org.whitelane.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.kernel.DivisionCode;
import org.whitelane.kernel.UnifiedSocialCreditCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class OrganisationTests {

    /** Every move that is allowed; all others are refused. */
    private static final Map<OrganisationStatus, Map<OrganisationMove, OrganisationStatus>> MOVES =
            Map.of(
                    OrganisationStatus.ACTIVE,
                    Map.of(
                            OrganisationMove.SUSPENSION,
                            OrganisationStatus.SUSPENDED,
                            OrganisationMove.DEREGISTRATION,
                            OrganisationStatus.DEREGISTERED),
                    OrganisationStatus.SUSPENDED,
                    Map.of(
                            OrganisationMove.REINSTATEMENT,
                            OrganisationStatus.ACTIVE,
                            OrganisationMove.DEREGISTRATION,
                            OrganisationStatus.DEREGISTERED),
                    OrganisationStatus.DEREGISTERED,
                    Map.of());

    @ParameterizedTest
    @EnumSource
    void movesAsTheTableSaysAndNotOtherwise(OrganisationStatus status) {
        var organisation = in(status);
        var allowed = MOVES.getOrDefault(status, Map.of());
        for (var move : OrganisationMove.values()) {
            var expected = Optional.ofNullable(allowed.get(move));
            switch (organisation.decide(move)) {
                case MoveOutcome.Moved(var after) -> {
                    assertThat(expected).contains(after.status());
                    assertThat(after.version()).isEqualTo(organisation.version() + 1);
                }
                case MoveOutcome.OtherVersion other -> throw new AssertionError(other);
                case MoveOutcome.IllegalMove(var refused, var from, var others) -> {
                    assertThat(expected).isEmpty();
                    assertThat(refused).isEqualTo(move);
                    assertThat(from).isEqualTo(status);
                    assertThat(others).containsExactlyInAnyOrderElementsOf(allowed.keySet());
                }
            }
        }
    }

    @Test
    void beginsActiveWithItsNamesSpeltOneWay() {
        var organisation =
                Organisation.register(UUID.randomUUID(), wanted("91350100M000100Y43", null));
        assertThat(organisation.status()).isEqualTo(OrganisationStatus.ACTIVE);
        assertThat(organisation.version()).isEqualTo(1);
        assertThat(organisation.creditCodeCheck()).isEqualTo("PASS");
        assertThat(organisation.nameZh()).isEqualTo("甲医药（虚构）有限公司");
        assertThat(organisation.nameEn()).isEqualTo("Company A (invented) Ltd");
    }

    @Test
    void saysThatAWrongCheckCharacterWasAccepted() {
        var organisation =
                Organisation.register(
                        UUID.randomUUID(), wanted("91350211M0000XUF46", "On the licence of 2016"));
        assertThat(organisation.creditCodeCheck()).isEqualTo("FAIL_LEGACY");
    }

    @Test
    void wantsAReasonForAWrongCheckCharacterAndOnlyForThat() {
        assertThatIllegalArgumentException().isThrownBy(() -> wanted("91350211M0000XUF46", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wanted("91350100M000100Y43", "Why not"));
    }

    @Test
    void aLiftedFlagEndsTodayUnlessItEndedBefore() {
        var today = LocalDate.of(2026, 3, 2);
        assertThat(flag(null).lift(today).to()).isEqualTo(today);
        assertThat(flag(LocalDate.of(2027, 1, 1)).lift(today).to()).isEqualTo(today);
        assertThat(flag(LocalDate.of(2026, 1, 31)).lift(today).to()).isEqualTo("2026-01-31");
        assertThat(flag(null).lift(today).lifted()).isTrue();
    }

    private static CreditFlag flag(@Nullable LocalDate to) {
        return new CreditFlag(
                UUID.randomUUID(),
                CreditFlagKind.SERIOUS_DISHONESTY,
                LocalDate.of(2026, 1, 5),
                to,
                "A court's list",
                false);
    }

    private static Organisation in(OrganisationStatus status) {
        return new Organisation(
                UUID.randomUUID(),
                UnifiedSocialCreditCode.parse("91350100M000100Y43"),
                null,
                "甲",
                null,
                List.of(OrganisationType.ENTERPRISE),
                DivisionCode.parse("120116"),
                List.of(),
                status,
                3);
    }

    private static NewOrganisation wanted(String code, @Nullable String reason) {
        return new NewOrganisation(
                UnifiedSocialCreditCode.parseLenient(code),
                reason,
                " 甲医药(虚构)有限公司 ",
                "Company  A （invented） Ltd",
                Set.of(OrganisationType.ENTERPRISE),
                DivisionCode.parse("120116"),
                Set.of());
    }
}
