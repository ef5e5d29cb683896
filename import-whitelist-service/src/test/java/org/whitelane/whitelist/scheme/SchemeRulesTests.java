package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.beijing;
import static org.whitelane.whitelist.support.Fixtures.biologic;
import static org.whitelane.whitelist.support.Fixtures.dextran;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.flag;
import static org.whitelane.whitelist.support.Fixtures.party;
import static org.whitelane.whitelist.support.Fixtures.tianjin;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.CreditFlag;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.scheme.PilotScheme.Admission;
import org.whitelane.whitelist.scheme.PilotScheme.ItemRule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

class SchemeRulesTests {

    private final SchemeRules rules = new SchemeRules(tianjin());

    static Stream<Arguments> unitsThatOneRuleRefuses() {
        return Stream.of(
                Arguments.of(party("SUSPENDED", "120116"), TODAY, "UNIT_ACTIVE"),
                Arguments.of(party("DEREGISTERED", "120116"), TODAY, "UNIT_ACTIVE"),
                Arguments.of(party("ACTIVE", "110108"), TODAY, "REGISTERED_IN_AREA"),
                Arguments.of(enterprise(flag("SERIOUS_DISHONESTY")), TODAY, "CREDIT_OK"),
                Arguments.of(enterprise(flag("CUSTOMS_DISHONEST")), TODAY, "NOT_CUSTOMS_DISHONEST"),
                Arguments.of(enterprise(), TODAY.plusDays(1), "COMMITMENT"));
    }

    static Stream<Arguments> articlesThatOneRuleRefuses() {
        return Stream.of(
                Arguments.of(Map.of("use", "SALE"), "USE_IN_SCOPE", "/articles/0/use"),
                Arguments.of(Map.of("use", "TEST_STANDARD"), "USE_IN_SCOPE", "/articles/0/use"),
                Arguments.of(
                        Map.of("originCountry", "CHN"),
                        "FROM_ABROAD",
                        "/articles/0/originCountry"));
    }

    static Stream<Arguments> itemChecks() {
        return Stream.of(
                Arguments.of(ItemCheck.CAS_NOT_IN, "9004-54-0", "/articles/0/casNumber"),
                Arguments.of(ItemCheck.HS_PREFIX_NOT_IN, "3913", "/articles/0/hsCode"),
                Arguments.of(ItemCheck.HS_PREFIX_IN, "3001", "/articles/0/hsCode"),
                Arguments.of(ItemCheck.UNIT_IN, "mL", "/articles/0/quantity/unit"));
    }

    @Test
    void letsAGoodUnitWithGoodArticlesPass() {
        assertThat(rules.unit(enterprise(), TODAY, TODAY)).isEmpty();
        assertThat(rules.items(List.of(dextran(), biologic("Albumin", "5 %")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unitsThatOneRuleRefuses")
    void refusesAUnitByOneRule(Party unit, LocalDate commitment, String rule) {
        assertThat(rules.unit(unit, commitment, TODAY))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, rule));
    }

    @ParameterizedTest
    @MethodSource("articlesThatOneRuleRefuses")
    void refusesAnArticleByOneRule(Map<String, String> other, String rule, String pointer) {
        assertThat(rules.items(List.of(article(other))))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertNamed(finding, rule);
                            assertThat(finding.pointer()).isEqualTo(pointer);
                        });
    }

    @ParameterizedTest
    @MethodSource("itemChecks")
    void appliesExclusionsOfOtherSchemes(ItemCheck check, String value, String pointer) {
        var rule = new ItemRule("EXCLUDED", check, List.of(value), "as another notice says");

        assertThat(excluding(List.of(rule), null).items(List.of(dextran())))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo(pointer));
    }

    @Test
    void refusesAForbiddenUse() {
        assertThat(excluding(null, List.of("EXCIPIENT")).items(List.of(dextran())))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, "FORBIDDEN_USE"));
    }

    /** Beijing's scheme lets units from elsewhere apply; its agencies assess them. */
    @Test
    void leavesAUnitFromElsewhereToTheAgenciesWhereTheSchemeSaysSo() {
        var elsewhere = party("ACTIVE", "110105");

        assertThat(new SchemeRules(beijing()).unit(elsewhere, TODAY, TODAY)).isEmpty();
        assertThat(rules.unit(elsewhere, TODAY, TODAY))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, "REGISTERED_IN_AREA"));
    }

    @Test
    void refusesTheSameArticleTwice() {
        assertThat(
                        rules.items(
                                List.of(
                                        biologic("Albumin", "5 %"),
                                        biologic(" ALBUMIN", "5  %"),
                                        dextran())))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, "ARTICLE_ONCE"));
    }

    @Test
    void countsAFlagOnlyWhileItIsOpen() {
        var kind = "SERIOUS_DISHONESTY";
        assertThat(refusedBy(new CreditFlag("1", kind, TODAY, null, false))).isTrue();
        assertThat(refusedBy(new CreditFlag("1", kind, TODAY, TODAY, false))).isTrue();
        assertThat(refusedBy(new CreditFlag("1", kind, TODAY.plusDays(1), null, false))).isFalse();
        assertThat(
                        refusedBy(
                                new CreditFlag(
                                        "1", kind, TODAY.minusDays(9), TODAY.minusDays(1), false)))
                .isFalse();
        assertThat(refusedBy(new CreditFlag("1", kind, TODAY, null, true))).isFalse();
        assertThat(refusedBy(flag("ABNORMAL_OPERATION"))).isFalse();
    }

    private boolean refusedBy(CreditFlag flag) {
        return !rules.unit(enterprise(flag), TODAY, TODAY).isEmpty();
    }

    private static SchemeRules excluding(
            @Nullable List<ItemRule> exclusions, @Nullable List<String> forbiddenUses) {
        var tianjin = tianjin();
        var admission = tianjin.admission();
        return new SchemeRules(
                new PilotScheme(
                        tianjin.code(),
                        2,
                        tianjin.name(),
                        tianjin.policy(),
                        tianjin.granularity(),
                        tianjin.governance(),
                        new Admission(
                                admission.area(),
                                admission.unitRules(),
                                admission.itemRules(),
                                exclusions,
                                forbiddenUses),
                        tianjin.effects(),
                        tianjin.deadlines(),
                        tianjin.sources()));
    }

    private static void assertNamed(Finding finding, String rule) {
        assertThat(finding.detail()).contains("Rule " + rule).contains("TJ-2022 version ");
        assertThat(finding.code()).isEqualTo(rule.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
