package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.scheme.Admission.ItemRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Each rule of each shipped scheme refuses alone, and each scheme lets pass what no other does. */
class RuleBankTests {

    static List<PilotScheme> schemes() {
        return RuleBank.schemes();
    }

    static List<RuleBank.Refused> refusedByOneRule() {
        return RuleBank.ALL.refusedByOneRule();
    }

    static List<RuleBank.Only> passesOnly() {
        return RuleBank.ALL.passesOnly();
    }

    /** Except where a scheme's area is not known: nobody is certainly inside. */
    @ParameterizedTest
    @MethodSource("schemes")
    void letsAGoodCasePass(PilotScheme scheme) {
        var codes =
                RuleBank.findings(scheme, RuleBank.ALL.party(scheme.code(), null), null, TODAY)
                        .stream()
                        .map(Finding::code)
                        .toList();

        assertThat(codes)
                .isEqualTo(
                        scheme.admission().area().divisionPrefixes() == null
                                ? List.of("registered-in-area")
                                : List.of());
    }

    @ParameterizedTest
    @MethodSource("refusedByOneRule")
    void refusesByOneRuleAlone(RuleBank.Refused refused) {
        var scheme = RuleBank.scheme(refused.scheme());
        var signed = refused.commitmentSignedOn();
        var findings =
                RuleBank.findings(
                        scheme,
                        RuleBank.ALL.party(refused.scheme(), refused.unit()),
                        refused.article(),
                        signed == null ? TODAY : signed);

        assertThat(findings)
                .filteredOn(finding -> !unknownArea(scheme, finding, refused))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.code()).isEqualTo(code(refused.rule()));
                            assertThat(finding.detail())
                                    .startsWith(
                                            "Rule %s of %s: "
                                                    .formatted(refused.rule(), scheme.reference()));
                            assertThat(finding.pointer())
                                    .isEqualTo(Objects.requireNonNullElse(refused.pointer(), ""));
                        });
    }

    /** A rule added to a scheme asks for its fixture. */
    @Test
    void everyRuleHasAFixture() {
        var rules = new TreeSet<String>();
        for (var scheme : RuleBank.schemes()) {
            var admission = scheme.admission();
            admission.unitRules().stream()
                    .filter(rule -> rule.check() != UnitCheck.JUDGED)
                    .filter(rule -> !assessed(scheme, rule.check()))
                    .forEach(rule -> rules.add(scheme.code() + " " + rule.code()));
            Stream.of(admission.itemRules(), admission.exclusions())
                    .flatMap(known -> known == null ? Stream.<ItemRule>of() : known.stream())
                    .filter(rule -> rule.check() != ItemCheck.JUDGED)
                    .forEach(rule -> rules.add(scheme.code() + " " + rule.code()));
            if (admission.forbiddenUses() != null) {
                rules.add(scheme.code() + " FORBIDDEN_USE");
            }
        }

        assertThat(new TreeSet<>(refusedByOneRule().stream().map(Object::toString).toList()))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @MethodSource("passesOnly")
    void letsPassWhatNoOtherSchemeDoes(RuleBank.Only only) {
        var party = RuleBank.ALL.party(only.scheme(), null);
        var refusedBy = new ArrayList<String>();
        for (var scheme : RuleBank.schemes()) {
            var codes = verdict(scheme, party, only.article());
            if (scheme.code().equals(only.scheme())) {
                assertThat(codes).isEmpty();
            } else {
                var rule = Objects.requireNonNull(only.refusedBy().get(scheme.code()));
                assertThat(codes).as(scheme.code()).contains(code(rule));
                refusedBy.add(scheme.code());
            }
        }
        assertThat(refusedBy).hasSameElementsAs(only.refusedBy().keySet());
    }

    /** Whose area is not known lets nobody pass, and takes no requests either. */
    @Test
    void everySchemeWhoseAreaIsKnownIsCompared() {
        assertThat(passesOnly().stream().map(RuleBank.Only::scheme))
                .hasSameElementsAs(
                        RuleBank.schemes().stream()
                                .filter(s -> s.admission().area().divisionPrefixes() != null)
                                .map(PilotScheme::code)
                                .toList());
    }

    private static List<String> verdict(
            PilotScheme scheme, Party party, @Nullable Map<String, String> article) {
        var codes =
                new ArrayList<>(
                        RuleBank.findings(scheme, party, article, TODAY).stream()
                                .map(Finding::code)
                                .toList());
        if (assessed(scheme, UnitCheck.IN_AREA) && new SchemeRules(scheme).outOfArea(party)) {
            codes.add(code("AREA_ASSESSMENT"));
        }
        return codes;
    }

    private static boolean assessed(PilotScheme scheme, UnitCheck check) {
        return check == UnitCheck.IN_AREA
                && Boolean.TRUE.equals(scheme.admission().area().outOfAreaByAssessment());
    }

    private static boolean unknownArea(
            PilotScheme scheme, Finding finding, RuleBank.Refused refused) {
        return scheme.admission().area().divisionPrefixes() == null
                && finding.code().equals("registered-in-area")
                && !refused.rule().equals("REGISTERED_IN_AREA");
    }

    private static String code(String rule) {
        return rule.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
