package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whitelane.whitelist.support.Fixtures.beijingFile;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.whitelist.scheme.PilotScheme.DeadlineUnit;
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
        assertThat(scheme.policy().issuedOn()).isEqualTo(LocalDate.of(2022, 10, 26));
        assertThat(scheme.governance().lead()).isEqualTo("MPA");
        assertThat(scheme.governance().reviewers())
                .containsExactly("MPA", "S_AND_T", "COMMERCE", "CUSTOMS", "FTZ_COMMITTEE");
        assertThat(scheme.governance().recommends()).isFalse();
        assertThat(scheme.admission().area().divisionPrefixes()).containsExactly("12");
        assertThat(scheme.effects().waivedDocuments()).containsExactly("Q");
        assertThat(scheme.effects().customsOffices()).containsExactly("天津海关");
        assertThat(scheme.deadline(PilotScheme.ACCEPTANCE))
                .satisfies(
                        deadline -> {
                            assertThat(deadline.amount()).isEqualTo(5);
                            assertThat(deadline.unit()).isEqualTo(DeadlineUnit.WORKING_DAY);
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
        assertThat(scheme.policy().issuedOn()).isEqualTo(LocalDate.of(2022, 6, 20));
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
                        "/effects/entryValidityMonths",
                        "/effects/quotaMode",
                        "/effects/declarationRemark");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "levels": ["DISTRICT", "MUNICIPAL"]  | "levels": ["MUNICIPAL"]      | /governance/levels
                    "duties": ["INTAKE", "RECOMMEND"]    | "duties": ["INTAKE"]         | /governance/levels
                    "duties": ["INTAKE", "RECOMMEND"]    | "duties": ["RECOMMEND"]      | /governance/members
                    "recommendation": {"amount": 20,     | "recommendation": {"amount": 0, | /deadlines/recommendation
                    "duties": ["OPINION", "PUBLISH"]     | "duties": ["OPINION"]        | /governance/lead
                    """)
    void refusesAContradictionBetweenTwoLevels(String was, String becomes, String pointer) {
        assertRefused(beijingFile().replace(was, becomes), pointer);
    }

    @Test
    void reportsWhatIsNotKnown() {
        assertThat(SchemeFile.read("TJ-2022.v1.json", tianjinFile()).notKnown())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                "/policy/effectiveTo",
                                "/policy/supersedes",
                                "/governance/cadence",
                                "/admission/area/outOfAreaByAssessment",
                                "/admission/exclusions",
                                "/admission/forbiddenUses",
                                "/effects/entryValidityMonths",
                                "/effects/quotaMode",
                                "/effects/declarationRemark",
                                "/effects/sanction"));
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
}
