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
import org.whitelane.whitelist.scheme.Admission.ItemRule;
import org.whitelane.whitelist.scheme.Admission.UnitRule;

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

    @Test
    void looksBackAsFarAsTheSchemeSays() {
        var rule =
                new UnitRule(
                        "NO_VIOLATION_2_YEARS",
                        UnitCheck.NO_FLAG_WITHIN_YEARS,
                        List.of("SERIOUS_DISHONESTY"),
                        2,
                        "as another notice says");
        var two = asking(rule);

        assertThat(two.unit(flagged(TODAY.minusYears(3), TODAY.minusYears(2)), TODAY, TODAY))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, "NO_VIOLATION_2_YEARS"));
        assertThat(
                        two.unit(
                                flagged(TODAY.minusYears(3), TODAY.minusYears(2).minusDays(1)),
                                TODAY,
                                TODAY))
                .isEmpty();
        assertThat(two.unit(flagged(TODAY.plusDays(1), null), TODAY, TODAY)).isEmpty();
    }

    @Test
    void asksForAKindOfOrganisation() {
        var rule =
                new UnitRule(
                        "UNIVERSITY_OR_INSTITUTE",
                        UnitCheck.TYPE_IN,
                        List.of("UNIVERSITY", "RND_INSTITUTION"),
                        null,
                        "as another notice says");

        assertThat(asking(rule).unit(enterprise(), TODAY, TODAY))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, "UNIVERSITY_OR_INSTITUTE"));
    }

    /** Beijing's scheme lets units from elsewhere apply; its agencies assess them. */
    @Test
    void leavesAUnitFromElsewhereToTheAgenciesWhereTheSchemeSaysSo() {
        var elsewhere = party("ACTIVE", "110105");

        assertThat(new SchemeRules(beijing()).unit(elsewhere, TODAY, TODAY)).isEmpty();
        assertThat(new SchemeRules(beijing()).outOfArea(elsewhere)).isTrue();
        assertThat(new SchemeRules(beijing()).outOfArea(party("ACTIVE", "110108"))).isFalse();
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

    private static Party flagged(LocalDate from, @Nullable LocalDate to) {
        return enterprise(new CreditFlag("1", "SERIOUS_DISHONESTY", from, to, false));
    }

    private static SchemeRules asking(UnitRule rule) {
        var admission = tianjin().admission();
        return admitting(
                new Admission(
                        admission.area(),
                        List.of(rule),
                        admission.itemRules(),
                        null,
                        null,
                        null,
                        null));
    }

    private static SchemeRules excluding(
            @Nullable List<ItemRule> exclusions, @Nullable List<String> forbiddenUses) {
        var admission = tianjin().admission();
        return admitting(
                new Admission(
                        admission.area(),
                        admission.unitRules(),
                        admission.itemRules(),
                        exclusions,
                        forbiddenUses,
                        null,
                        null));
    }

    private static SchemeRules admitting(Admission admission) {
        var tianjin = tianjin();
        return new SchemeRules(
                new PilotScheme(
                        tianjin.code(),
                        2,
                        tianjin.name(),
                        tianjin.policy(),
                        tianjin.granularity(),
                        tianjin.governance(),
                        admission,
                        tianjin.effects(),
                        tianjin.deadlines(),
                        tianjin.sources()));
    }

    private static void assertNamed(Finding finding, String rule) {
        assertThat(finding.detail()).contains("Rule " + rule).contains("TJ-2022 version ");
        assertThat(finding.code()).isEqualTo(rule.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
