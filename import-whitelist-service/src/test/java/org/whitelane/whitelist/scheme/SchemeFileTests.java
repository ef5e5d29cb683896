package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.whitelane.whitelist.support.Fixtures.beijingFile;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Granularity;

import java.time.LocalDate;
import java.util.List;

class SchemeFileTests {

    @Test
    void readsTianjin() {
        var scheme = SchemeFile.read("TJ-2022.v1.json", tianjinFile());

        assertThat(scheme.reference()).isEqualTo("TJ-2022 version 1");
        assertThat(scheme.granularity()).isEqualTo(Granularity.UNIT_ITEM_PAIR);
        assertThat(scheme.policy().issuedOn()).isEqualTo("2022-10-26");
        assertThat(scheme.governance().lead()).isEqualTo("MPA");
        assertThat(scheme.governance().reviewers())
                .containsExactly("MPA", "S_AND_T", "COMMERCE", "CUSTOMS", "FTZ_COMMITTEE");
        assertThat(scheme.governance().recommends()).isFalse();
        assertThat(scheme.admission().area().divisionPrefixes()).containsExactly("12");
        assertThat(scheme.effects().waivedFor("EXCIPIENT")).containsExactly("Q");
        assertThat(scheme.effects().customsOffices()).containsExactly("天津海关");
        assertThat(scheme.deadline(PilotScheme.ACCEPTANCE))
                .satisfies(
                        deadline -> {
                            assertThat(deadline.amount()).isEqualTo(5);
                            assertThat(deadline.unit()).isEqualTo(Deadline.Unit.WORKING_DAY);
                            assertThat(deadline.defaulted()).isTrue();
                        });
        assertThat(scheme.deadline(PilotScheme.DECISION).amount()).isEqualTo(45);
    }

    @Test
    void readsBeijing() {
        var scheme = SchemeFile.read("BJ-2022.v1.json", beijingFile());

        assertThat(scheme.reference()).isEqualTo("BJ-2022 version 1");
        assertThat(scheme.granularity()).isEqualTo(Granularity.UNIT_ITEM_PAIR);
        assertThat(scheme.policy().document()).isEqualTo("京药监发〔2022〕166号");
        assertThat(scheme.policy().issuedOn()).isEqualTo("2022-06-20");
        assertThat(scheme.governance().lead()).isEqualTo("MPA");
        assertThat(scheme.governance().reviewers())
                .containsExactly("MPA", "S_AND_T", "ECON_INFO", "COMMERCE", "CUSTOMS");
        assertThat(scheme.governance().recommends()).isTrue();
        assertThat(scheme.governance().rolesWith(Duty.INTAKE))
                .doesNotContain("MPA")
                .isEqualTo(scheme.governance().rolesWith(Duty.RECOMMEND));
        assertThat(scheme.admission().area().outOfAreaByAssessment()).isTrue();
        assertThat(scheme.admission().forbiddenUses()).containsExactly("CLINICAL_USE", "SALE");
        assertThat(scheme.effects().customsOffices()).containsExactly("北京海关");
        assertThat(scheme.deadline(PilotScheme.RECOMMENDATION).amount()).isEqualTo(20);
        assertThat(scheme.notKnown())
                .containsExactlyInAnyOrder(
                        "/policy/effectiveTo",
                        "/policy/supersedes",
                        "/governance/cadence",
                        "/governance/deemedAcceptance",
                        "/governance/deemedRenewal",
                        "/admission/requiredDocuments",
                        "/admission/repeatApplicantShortForm",
                        "/effects/entryValidityMonths",
                        "/effects/quotaMode",
                        "/effects/declarationRemark",
                        "/deadlines/correction",
                        "/deadlines/reservation",
                        "/deadlines/supplement");
        assertThat(scheme.defaulted())
                .containsExactly(
                        "/deadlines/acceptance",
                        "/deadlines/decision",
                        "/deadlines/extension",
                        "/deadlines/publication",
                        "/deadlines/recommendation");
        assertThat(scheme.lacking()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "levels": ["DISTRICT", "MUNICIPAL"]  | "levels": ["MUNICIPAL"]      | /governance/members/5/level
                    "levels": ["DISTRICT", "MUNICIPAL"]  | "levels": ["MUNICIPAL", "DISTRICT"] | /governance/levels/1
                    "levels": ["DISTRICT", "MUNICIPAL"]  | "levels": ["DISTRICT", "MUNICIPAL", "PROVINCIAL"] | /governance/levels
                    "duties": ["INTAKE", "RECOMMEND"], "level": "DISTRICT" | "duties": ["INTAKE"]  | /governance/levels
                    "duties": ["INTAKE", "RECOMMEND"], "level": "DISTRICT" | "duties": ["INTAKE"], "level": "DISTRICT" | /governance/members/5/level
                    "duties": ["INTAKE", "RECOMMEND"]    | "duties": ["RECOMMEND"]      | /governance/intake
                    "kind": "YEARS", "years": 2          | "kind": "NONE", "years": 2   | /effects/banRule/years
                    "kind": "YEARS", "years": 2          | "kind": "YEARS", "years": null | /effects/banRule/years
                    "document": "Q"                      | "document": "Q", "uses": ["TEST_STANDARD"] | /effects/waivedDocuments/0/uses
                    "code": "SELF_USE", "check": "JUDGED", "values": [] | "code": "SELF_USE", "check": "JUDGED", "values": [], "years": 2 | /admission/unitRules/6/years
                    "recommendation": {"amount": 20,     | "recommendation": {"amount": 0, | /deadlines/recommendation
                    "duties": ["OPINION", "PUBLISH"]     | "duties": ["OPINION"]        | /governance/lead
                    """)
    void refusesAContradictionBetweenTwoLevels(String was, String becomes, String pointer) {
        assertRefused(beijingFile().replace(was, becomes), pointer);
    }

    @Test
    void readsWhatCannotRunYet() {
        var file =
                tianjinFile()
                        .replace("\"lead\": \"MPA\"", "\"lead\": null")
                        .replace(", \"PUBLISH\"]", "]")
                        .replace("\"/governance/lead\"", "\"/governance/members/0\"")
                        .replace(
                                "\"effectiveFrom\": \"2022-10-26\"",
                                "\"effectiveFrom\": \"2022-10\"");

        var scheme = SchemeFile.read("TJ-2022.v1.json", file);

        assertThat(scheme.lacking()).containsExactly("/governance/lead");
        assertThat(scheme.notKnown()).contains("/governance/lead");
        assertThat(scheme.policy().isOpenOn(LocalDate.of(2022, 10, 30))).isFalse();
        assertThat(scheme.policy().isOpenOn(LocalDate.of(2022, 10, 31))).isTrue();
    }

    @Test
    void reportsWhatIsNotKnown() {
        assertThat(SchemeFile.read("TJ-2022.v1.json", tianjinFile()).notKnown())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                "/policy/effectiveTo",
                                "/policy/supersedes",
                                "/governance/cadence",
                                "/governance/deemedAcceptance",
                                "/governance/deemedRenewal",
                                "/admission/area/outOfAreaByAssessment",
                                "/admission/exclusions",
                                "/admission/forbiddenUses",
                                "/admission/requiredDocuments",
                                "/admission/repeatApplicantShortForm",
                                "/effects/entryValidityMonths",
                                "/effects/quotaMode",
                                "/effects/declarationRemark",
                                "/effects/banRule",
                                "/effects/sanction",
                                "/deadlines/correction",
                                "/deadlines/reservation",
                                "/deadlines/supplement"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "lead": "MPA"                          | "lead": "CUSTOMS"                     | /governance/lead
                    "levels": ["MUNICIPAL"]                | "levels": []                          | /governance/levels
                    "effectiveTo": null                    | "effectiveTo": "2022-10-25"           | /policy/effectiveTo
                    "effectiveFrom": "2022-10-26"          | "effectiveFrom": "2022-10-25"         | /policy/effectiveFrom
                    "effectiveFrom": "2022-10-26"          | "effectiveFrom": "2022-09"            | /policy/effectiveFrom
                    "supersedes": null                     | "supersedes": "TJ-2022"               | /policy/supersedes
                    "replacement": null                    | "replacement": {"entries": "CLOSE", "requests": "KEEP"} | /policy/replacement
                    "correction": null                     | "supposition": {"amount": 5, "unit": "DAY", "basis": "-", "defaulted": true} | /deadlines/supposition
                    "requiredDocuments": null              | "requiredDocuments": [{"type": "X", "kinds": [], "basis": "-"}] | /admission/requiredDocuments
                    "divisionPrefixes": ["12"]             | "divisionPrefixes": []                | /admission/area
                    "forbiddenUses": null                  | "forbiddenUses": ["EXCIPIENT"]        | /admission/forbiddenUses
                    "entryValidityMonths": null            | "entryValidityMonths": 0              | /effects/entryValidityMonths
                    {"amount": 5,                          | {"amount": 0,                         | /deadlines/acceptance
                    "agencyRole": "S_AND_T"                | "agencyRole": "MPA"                   | /governance/members/1
                    "values": ["SERIOUS_DISHONESTY"]       | "values": []                          | /admission/unitRules/2/values
                    "code": "COMMITMENT"                   | "code": "CREDIT_OK"                   | /admission/unitRules/4/code
                    """)
    void refusesAContradictionNamingTheField(String was, String becomes, String pointer) {
        var file = tianjinFile().replace(was, becomes);
        // what becomes known needs a source, or its absence would be refused first
        var sourced = "\"sources\": {\"%s\": \"a test\",".formatted(pointer);
        assertRefused(
                was.endsWith("null") ? file.replace("\"sources\": {", sourced) : file, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "cadence": null                | "cadence": "MONTHLY"          | /governance/cadence
                    "cadence": null                | "tempo": null                 | /governance/tempo
                    "cadence": null                | "tempo": null                 | /governance/cadence
                    "lead": "MPA"                  | "lead": null                  | /governance/lead
                    "code": "UNIT_ACTIVE",         | "code": null,                 | /admission/unitRules/0/code
                    "code": "UNIT_ACTIVE",         | "name": "UNIT_ACTIVE",        | /admission/unitRules/0/name
                    "acceptance": {"amount": 5,    | "acceptance": {"number": 5,   | /deadlines/acceptance/amount
                    "effectiveFrom": "2022-10-26"  | "effectiveFrom": "2022"       | 2022
                    "/effects/customsOffices":     | "/effects/quotaMode":         | /effects/quotaMode
                    "kind": "REGISTERED"           | "kind": "SOMEHOW"             | SOMEHOW
                    "version": 1                   | "version": 1, "version": 2    | version
                    """)
    void refusesAFileOfAnotherShape(String was, String becomes, String told) {
        assertRefused(tianjinFile().replace(was, becomes), told);
    }

    private static void assertRefused(String file, String told) {
        assertThatThrownBy(() -> SchemeFile.read("broken.json", file))
                .isInstanceOf(SchemeRefused.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining(told);
    }

    @Test
    void tellsAllFaultsAtOnceEachWithItsLine() {
        var file =
                tianjinFile()
                        .replace("\"kind\": \"REGISTERED\"", "\"kind\": \"SOMEHOW\"")
                        .replace("\"quotaMode\": null,", "\"quotaMode\": \"NEVER\",")
                        .replace("    \"cadence\": null,\n", "")
                        .replace("\"amount\": 45", "\"amount\": \"45\"");

        assertThat(SchemeFile.read(file))
                .isInstanceOfSatisfying(
                        SchemeReading.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(SchemeFault::line, f -> f.finding().pointer())
                                        .containsExactlyInAnyOrder(
                                                tuple(
                                                        line(file, "\"kind\""),
                                                        "/admission/area/kind"),
                                                tuple(
                                                        line(file, "\"quotaMode\""),
                                                        "/effects/quotaMode"),
                                                tuple(
                                                        line(file, "\"quotaMode\""),
                                                        "/effects/quotaMode"),
                                                tuple(
                                                        line(file, "\"governance\""),
                                                        "/governance/cadence"),
                                                tuple(
                                                        line(file, "\"decision\""),
                                                        "/deadlines/decision/amount")));
    }

    @Test
    void tellsTheLineOfWhatIsNoJson() {
        var file = tianjinFile().replace("\"cadence\": null,", "\"cadence\" null,");

        assertThat(SchemeFile.read(file))
                .isInstanceOfSatisfying(
                        SchemeReading.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .singleElement()
                                        .satisfies(
                                                fault ->
                                                        assertThat(fault.line())
                                                                .isEqualTo(
                                                                        line(
                                                                                file,
                                                                                "\"cadence\""))));
    }

    private static int line(String file, String text) {
        return (int) file.substring(0, file.indexOf(text)).chars().filter(c -> c == '\n').count()
                + 1;
    }
}
