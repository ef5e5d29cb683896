package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The comparison of the pilots, as far as their notices have been read; nothing is filled in. */
class ShippedSchemesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "?",
            textBlock =
                    """
                    BJ-2022        | MPA               | DISTRICT MUNICIPAL            | ?           | ?  | Q                                | YEARS          |
                    SH-2021        | COMMERCE          | DISTRICT MUNICIPAL            | HALF_YEARLY | ?  | Q                                | ?              | /admission/area/divisionPrefixes
                    SH-2023        | COMMERCE          | DISTRICT MUNICIPAL            | MONTHLY     | ?  | Q                                | REST_OF_SCHEME |
                    SH-2024        | COMMERCE          | MUNICIPAL                     | ?           | ?  | Q S X                            | ?              |
                    TJ-2022        | MPA               | MUNICIPAL                     | ?           | ?  | Q                                | ?              |
                    JS-2022        | COMMERCE          | DISTRICT MUNICIPAL PROVINCIAL | ?           | ?  | Q                                | ?              | /admission/itemRules
                    GZ-GDD-2024    | MARKET_REGULATION | DISTRICT                      | ?           | 6  | Q                                | ?              |
                    GZ-NANSHA-2024 | MARKET_REGULATION | DISTRICT                      | HALF_YEARLY | ?  | Q                                | ?              |
                    SC-2023        | S_AND_T           | PROVINCIAL                    | ?           | 12 | Q DEVICE_REGISTRATION_CERTIFICATE | ?             | /governance/intake
                    HB-2023        | S_AND_T           | PROVINCIAL                    | ?           | ?  | Q                                | ?              | /governance/intake
                    SD-2024        | ?                 | AREA                          | ?           | ?  | Q                                | ?              | /governance/lead /governance/intake
                    """)
    void saysWhatTheNoticesSay(
            String code,
            @Nullable String lead,
            String levels,
            PilotScheme.@Nullable Cadence cadence,
            @Nullable Integer months,
            String waived,
            BanRule.@Nullable Kind ban,
            @Nullable String lacking) {
        var scheme = RuleBank.scheme(code);
        var effects = scheme.effects();

        assertThat(scheme.governance().lead()).isEqualTo(lead);
        assertThat(scheme.governance().levels().stream().map(Enum::name))
                .containsExactly(levels.split(" "));
        assertThat(scheme.governance().cadence()).isEqualTo(cadence);
        assertThat(effects.entryValidityMonths()).isEqualTo(months);
        assertThat(effects.waivedDocuments().stream().map(Effects.Waiver::document))
                .containsExactly(waived.split(" "));
        assertThat(effects.banRule() == null ? null : effects.banRule().kind()).isEqualTo(ban);
        assertThat(String.join(" ", scheme.lacking()))
                .isEqualTo(Objects.requireNonNullElse(lacking, ""));
    }

    /** Of an open question the answer is null, and the view says that it is not known. */
    @Test
    void tellsEveryOpenQuestionAsNotKnown() {
        assertThat(RuleBank.schemes()).hasSize(11);
        for (var scheme : RuleBank.schemes()) {
            assertThat(scheme.notKnown())
                    .as(scheme.code())
                    .contains("/effects/quotaMode", "/admission/requiredDocuments")
                    .containsAll(scheme.lacking());
            assertThat(scheme.defaulted()).contains("/deadlines/acceptance", "/deadlines/decision");
        }
        assertThat(
                        RuleBank.schemes().stream()
                                .filter(s -> s.notKnown().contains("/policy/replacement"))
                                .map(PilotScheme::code))
                .containsExactly("SH-2023", "SH-2024");
    }

    @Test
    void waivesMoreForTestStandards() {
        var scheme = RuleBank.scheme("SH-2024");

        assertThat(scheme.granularity()).isEqualTo(PilotScheme.Granularity.UNIT_DIRECTORY);
        assertThat(scheme.effects().waivedFor("TEST_STANDARD")).containsExactly("S", "X");
        assertThat(scheme.effects().waivedFor("EXCIPIENT")).containsExactly("Q");
    }

    @Test
    void wantsARemarkOnTheDeclaration() {
        assertThat(
                        RuleBank.schemes().stream()
                                .filter(s -> s.effects().declarationRemark() != null)
                                .collect(
                                        Collectors.toMap(
                                                PilotScheme::code,
                                                s -> s.effects().declarationRemark())))
                .containsExactlyEntriesOf(Map.of("GZ-GDD-2024", "已纳入广州开发区生物医药研发用物品进口白名单"));
    }

    @ParameterizedTest
    @CsvSource({
        "SH-2023, 2023-07-31, false",
        "SH-2023, 2023-08-01, true",
        "SH-2023, 2025-07-31, true",
        "SH-2023, 2025-08-01, false",
        "SH-2024, 2024-10-23, false",
        "SH-2024, 2024-10-24, true",
        "SD-2024, 2024-01-30, false",
        "SD-2024, 2024-01-31, true"
    })
    void isOpenOnItsDays(String code, LocalDate day, boolean open) {
        assertThat(RuleBank.scheme(code).policy().isOpenOn(day)).isEqualTo(open);
    }

    @Test
    void bansAsLongAsTheSchemeSays() {
        var from = LocalDate.of(2024, 3, 1);

        assertThat(until("BJ-2022", from))
                .isEqualTo(new BanRule.Reach.To(LocalDate.of(2026, 2, 28)));
        assertThat(until("SH-2023", from))
                .isEqualTo(new BanRule.Reach.To(LocalDate.of(2025, 7, 31)));
        assertThat(new BanRule(BanRule.Kind.NONE, null).until(from, RuleBank.scheme("BJ-2022")))
                .isEqualTo(new BanRule.Reach.Nowhere());
        assertThat(
                        new BanRule(BanRule.Kind.REST_OF_SCHEME, null)
                                .until(from, RuleBank.scheme("BJ-2022")))
                .isEqualTo(new BanRule.Reach.Open());
    }

    private static BanRule.Reach until(String code, LocalDate from) {
        var scheme = RuleBank.scheme(code);
        return Objects.requireNonNull(scheme.effects().banRule()).until(from, scheme);
    }

    /** What leads to a decision is a member's; who has nothing to do is no member. */
    @Test
    void everyMemberHasADuty() {
        for (var scheme : RuleBank.schemes()) {
            assertThat(scheme.governance().members())
                    .allSatisfy(member -> assertThat(member.duties()).isNotEqualTo(List.of()));
        }
    }
}
