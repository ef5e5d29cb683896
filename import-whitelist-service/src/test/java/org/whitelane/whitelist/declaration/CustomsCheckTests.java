package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What customs is told with the papers in hand. */
class CustomsCheckTests extends ServiceTestBase {

    private Imports imports;
    private Officer unit;
    private String entry;
    private String number;

    @BeforeEach
    void publish() {
        imports = new Imports(api, table);
        unit = table.enterprise("示例查验（虚构）");
        entry = imports.entry(unit);
        number = api.get(unit, "/entries/" + entry).expect(200).text("entryNumber");
    }

    @Test
    void letsThroughWhatFits() {
        var byId = check(Map.of()).expect(200).body();
        assertThat(byId.path("admissible").asBoolean()).as(byId.toString()).isTrue();
        assertThat(byId.at("/entry/remaining").asString()).isEqualTo("5000");
        assertThat(byId.at("/entry/waivedDocuments").valueStream().map(JsonNode::asString))
                .containsExactly("Q");
        assertThat(byId.at("/entry/quotaModeConfigured").asBoolean()).isTrue();

        var byCode = check(Map.of("unit", "91350100M000100Y43")).expect(200).body();
        assertThat(byCode.path("admissible").asBoolean()).isTrue();
    }

    @Test
    void tellsEveryReasonAtOnce() {
        api.post(
                        imports.customs(),
                        "/entries/" + entry + "/suspension",
                        Map.of("reason", "inspection pending"))
                .expect(200);

        var answer =
                check(
                        Map.of(
                                "unit", "91110000802100433B",
                                "hsCode", "3001909091",
                                "quantity", Imports.quantity("5.000001", "kg"),
                                "on", "2020-01-01",
                                "customsOffice", "示例海关"));

        assertThat(reasons(answer))
                .containsExactlyInAnyOrder(
                        "entry-suspended",
                        "outside-validity",
                        "consignee-differs",
                        "hs-code-differs",
                        "quota-exceeded",
                        "customs-office-not-in-scheme");
    }

    @Test
    void countsWhatIsHeldForTheSameImport() {
        var id = imports.reserved(unit, entry, "4000");
        var wanted = Map.<String, Object>of("quantity", Imports.quantity("4", "kg"));
        assertThat(reasons(check(wanted))).containsExactly("quota-exceeded");

        var own = new HashMap<>(wanted);
        own.put("reservation", id);
        assertThat(reasons(check(own))).isEmpty();
        assertThat(reasons(check(Map.of("quantity", Imports.quantity("1", "vial")))))
                .containsExactly("unit-not-convertible");
    }

    @Test
    void knowsNothingOfOtherSchemesEntries() {
        assertThat(reasons(check(Map.of("entryNumber", "TJ-2022-B999999-1"))))
                .containsExactly("unknown-entry");
        var stranger = table.enterprise("示例别处海关（虚构）");
        var elsewhere = new Officer("customs-z", id(stranger), Set.of("CUSTOMS_OFFICER"));
        var answer = api.post(elsewhere, "/customs/checks", question(Map.of())).expect(200);
        assertThat(reasons(answer)).containsExactly("unknown-entry");
        assertThat(answer.body().hasNonNull("entry")).isFalse();
        assertThat(api.post(unit, "/customs/checks", question(Map.of())).code())
                .isEqualTo("role-missing");
    }

    private Answer check(Map<String, Object> otherwise) {
        return api.post(imports.customs(), "/customs/checks", question(otherwise));
    }

    private Map<String, Object> question(Map<String, Object> otherwise) {
        var question = new HashMap<String, Object>();
        question.put("entryNumber", number);
        question.put("unit", Objects.requireNonNull(unit.organisation()));
        question.put("hsCode", "3913.90.0090");
        question.put("quantity", Imports.quantity("0.5", "kg"));
        question.put("on", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        question.put("customsOffice", "天津海关");
        question.putAll(otherwise);
        return question;
    }

    private static List<String> reasons(Answer answer) {
        return answer.expect(200)
                .body()
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }
}
