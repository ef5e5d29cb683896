package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A view that leaks is found, with its field and the mark. */
class ViewMarksTests {

    private static final String DOCUMENT =
            """
            {"paths": {
               "/public": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/PageOfRow"}}}},
                 "400": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
               "/any": {"get": {"security": [{"bearer": []}], "responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Either"}}}}}}},
               "/filed": {"post": {"security": [{"bearer": []}], "x-roles": ["APPLICANT_ADMIN", "AUDITOR"], "responses": {
                 "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Filed"}}}}}}},
               "/audit": {"get": {"security": [{"bearer": []}], "x-roles": ["AUDITOR"], "responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Audit"}}}}}}}},
             "components": {"schemas": {
               "PageOfRow": {"properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}},
                                            "next": {"type": "string"}}},
               "Row": {"properties": {"number": {"type": "string"},
                                      "maker": {"oneOf": [{"$ref": "#/components/schemas/Maker"}, {"type": "null"}]}}},
               "Maker": {"properties": {"name": {"type": "string"}}},
               "Either": {"anyOf": [{"$ref": "#/components/schemas/Own"}, {"$ref": "#/components/schemas/Case"}]},
               "Own": {"properties": {"used": {"type": "string"}}},
               "Case": {"properties": {"used": {"type": "string"}, "opinion": {"type": "string"}}},
               "Filed": {"properties": {"entry": {"type": "string"}}},
               "Audit": {"properties": {"actor": {"type": "string"}}},
               "Problem": {"properties": {"code": {"type": "string"}}}}}}
            """;
    private static final String NUMBER =
            "public Row/number whitelist.entry-activated.v1/entryNumber";
    private static final String MAKER = "public Row/maker/name - no event ever told it";
    private static final String OWN = "owner Own/used whitelist.entry-changed.v1/quota/used";
    private static final String CASE = "regulator Case/** - its applicant gets Own instead";
    private static final String FILED =
            "owner Filed/entry whitelist.entry-activated.v1/entryNumber";
    private static final String NAMELESS =
            "Row/maker/name: shows approval.ind-recorded.v1/product/name, which is no field of an"
                    + " event";
    private static final List<String> HOLDERS = List.of(OWN, CASE, FILED);

    @Test
    void aViewOfWhatIsPublicIsGood() {
        assertThat(faults(NUMBER, MAKER)).isEmpty();
    }

    @Test
    void aViewThatLeaksIsNamedWithTheFieldAndTheMark() {
        assertThat(
                        faults(
                                NUMBER,
                                "public Row/maker/name"
                                        + " whitelist.entry-activated.v1/article/manufacturer"))
                .containsExactly(
                        "Row/maker/name: leaks whitelist.entry-activated.v1/article/manufacturer,"
                                + " which is for owner, to public");
    }

    @Test
    void aViewOfTheOwnersLeaksWhatIsForRegulators() {
        assertThat(
                        faultsOf(
                                NUMBER,
                                MAKER,
                                CASE,
                                FILED,
                                "owner Own/used whitelist.opinion-given.v1/opinion"))
                .containsExactly(
                        "Own/used: leaks whitelist.opinion-given.v1/opinion, which is for"
                                + " regulator, to owner");
    }

    @Test
    void aViewThatAnEnterpriseMayGetAndNobodyNamedIsFound() {
        assertThat(faultsOf(NUMBER, MAKER))
                .containsExactly(
                        "Case/used: nothing says what it shows",
                        "Case/opinion: nothing says what it shows",
                        "Filed/entry: nothing says what it shows",
                        "Own/used: nothing says what it shows");
    }

    @Test
    void aViewOfTheAgenciesIsNamedAsAWhole() {
        assertThat(
                        faultsOf(
                                NUMBER,
                                MAKER,
                                OWN,
                                FILED,
                                "owner Case/used whitelist.entry-changed.v1/quota/used",
                                "regulator Case/opinion whitelist.opinion-given.v1/opinion"))
                .containsExactly(
                        "Case/opinion: is for regulators, in a view that is not theirs as a whole");
    }

    @Test
    void aLineForWhateverIsBelowHoldsEachOfItAgainstItsOwnMark() {
        assertThat(faults(NUMBER, "public Row/maker/** approval.ind-recorded.v1/product/**"))
                .containsExactly(NAMELESS);
        assertThat(
                        faultsOf(
                                NUMBER,
                                MAKER,
                                CASE,
                                FILED,
                                "owner Own/** whitelist.entry-changed.v1/quota/**"))
                .isEmpty();
    }

    @Test
    void whatIsSaidOfAPartHoldsWhateverIsSaidOfTheWhole() {
        assertThat(
                        faults(
                                NUMBER,
                                "public Row/** - no event ever told it",
                                "public Row/maker/** approval.ind-recorded.v1/product/**"))
                .containsExactly(NAMELESS);
    }

    @Test
    void aPublicFieldFromNowhereIsFound() {
        assertThat(faults(NUMBER)).containsExactly("Row/maker/name: nothing says what it shows");
    }

    @Test
    void whatAnybodyMayReadIsNotTheOwners() {
        assertThat(faults(NUMBER, MAKER.replace("public", "owner")))
                .containsExactly("Row/maker/name: anybody may read it, and the table says owner");
    }

    @Test
    void aSourceThatIsNoneIsFound() {
        assertThat(faults(NUMBER, "public Row/maker/name whitelist.entry-activated.v1/maker"))
                .containsExactly(
                        "Row/maker/name: shows whitelist.entry-activated.v1/maker, which is no"
                                + " field of an event");
        assertThat(faults(NUMBER, "public Row/maker/name - because"))
                .containsExactly("Row/maker/name: shows nothing of an event and does not say why");
    }

    @Test
    void aLineThatNoViewNeedsIsFound() {
        assertThat(faults(NUMBER, MAKER, "public Row/gone - no event ever told it"))
                .containsExactly("Row/gone: no view has it");
    }

    /** With the lines that the views of enterprises need. */
    private static List<String> faults(String... table) {
        var lines = new ArrayList<>(HOLDERS);
        lines.addAll(Arrays.asList(table));
        return faultsOf(lines.toArray(String[]::new));
    }

    private static List<String> faultsOf(String... table) {
        var lines = new ArrayList<>(List.of("# a remark", ""));
        lines.addAll(Arrays.asList(table));
        return ViewMarks.faults(JsonMapper.shared().readTree(DOCUMENT), lines);
    }
}
