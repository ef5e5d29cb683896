package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One request per kind of check, each refused by that rule alone, over HTTP: the answer names rule
 * and version. Under a scheme that is loaded over HTTP and has each check once.
 */
class RefusedOverHttpTests extends ServiceTestBase {

    private static final String SCHEME = "RH-2030";

    private static final Map<String, List<String>> UNIT_RULES =
            Map.of(
                    "PARTY_ACTIVE", List.of(),
                    "IN_AREA", List.of(),
                    "NO_OPEN_FLAG", List.of("SERIOUS_DISHONESTY"),
                    "NO_FLAG_WITHIN_YEARS", List.of("ABNORMAL_OPERATION"),
                    "TYPE_IN", List.of("ENTERPRISE", "UNIVERSITY"),
                    "COMMITMENT_SIGNED", List.of());

    private static final Map<String, List<String>> ITEM_RULES =
            Map.of(
                    "USE_IN", List.of("EXCIPIENT", "PRECLINICAL_RESEARCH", "PROCESS_MATERIAL"),
                    "UNIT_IN", List.of("g", "kg"),
                    "ORIGIN_NOT_IN", List.of("CHN"),
                    "CAS_NOT_IN", List.of("67-64-1"),
                    "HS_PREFIX_IN", List.of("39", "29"),
                    "HS_PREFIX_NOT_IN", List.of("2921"));

    @BeforeEach
    void load() {
        var registrar = new Officer("registrar", null, Set.of("REGISTRAR"));
        api.post(registrar, "/schemes", Map.of("content", file())).expect(201);
    }

    @Test
    void namesRuleAndVersionForEveryKindOfCheck() {
        assertThat(Stream.concat(UNIT_RULES.keySet().stream(), Stream.of("JUDGED")))
                .as("every check of units")
                .containsExactlyInAnyOrderElementsOf(names(UnitCheck.values()));
        assertThat(Stream.concat(ITEM_RULES.keySet().stream(), Stream.of("JUDGED")))
                .as("every check of articles")
                .containsExactlyInAnyOrderElementsOf(names(ItemCheck.values()));
        var fine = table.enterprise("示例规则（虚构）");
        refused(fine, Map.of("use", "COSMETIC"), "/articles/0/use", "USE_IN");
        var unit = Map.<String, Object>of("quantity", Imports.quantity("5", "mL"));
        refused(fine, unit, "/articles/0/quantity/unit", "UNIT_IN");
        refused(fine, Map.of("originCountry", "CHN"), "/articles/0/originCountry", "ORIGIN_NOT_IN");
        refused(fine, Map.of("casNumber", "67-64-1"), "/articles/0/casNumber", "CAS_NOT_IN");
        refused(fine, Map.of("hsCode", "3002120000"), "/articles/0/hsCode", "HS_PREFIX_IN");
        refused(fine, Map.of("hsCode", "2921000000"), "/articles/0/hsCode", "HS_PREFIX_NOT_IN");
        var late = new HashMap<>(draft(Map.of()));
        late.put("commitmentSignedOn", LegalDays.today(Clock.systemUTC()).plusDays(2).toString());
        refused(fine, late, "/commitmentSignedOn", "COMMITMENT_SIGNED");
        accepted(fine);

        eventually(registered("ENTERPRISE", "650102"), "IN_AREA");
        eventually(registered("HOSPITAL", "120116"), "TYPE_IN");
        var suspended = table.enterprise("示例停业（虚构）");
        registry.change(id(suspended), "示例停业（虚构）", "ENTERPRISE", "120116", "SUSPENDED");
        eventually(suspended, "PARTY_ACTIVE");
        var flagged = table.enterprise("示例失信（虚构）");
        registry.raise(id(flagged), "flag-1", "SERIOUS_DISHONESTY");
        eventually(flagged, "NO_OPEN_FLAG");
        var abnormal = table.enterprise("示例异常（虚构）");
        registry.raise(id(abnormal), "flag-1", "ABNORMAL_OPERATION");
        eventually(abnormal, "NO_FLAG_WITHIN_YEARS");
    }

    private void accepted(Officer unit) {
        var request = api.draft(unit, draft(Map.of())).expect(201).text("id");
        api.move(unit, request, "submission").expect(200);
    }

    /** As soon as the registry's event is here. */
    private void eventually(Officer unit, String rule) {
        var request = api.draft(unit, draft(Map.of())).expect(201).text("id");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.post(
                                                                unit,
                                                                "/requests/%s/submission?dryRun=true"
                                                                        .formatted(request),
                                                                Map.of())
                                                        .faults())
                                        .isNotEmpty());
        refusedBy(unit, request, "", rule);
    }

    private void refused(Officer unit, Map<String, Object> otherwise, String pointer, String rule) {
        var draft = otherwise.containsKey("scheme") ? otherwise : draft(otherwise);
        refusedBy(unit, api.draft(unit, draft).expect(201).text("id"), pointer, rule);
    }

    private void refusedBy(Officer unit, String request, String pointer, String rule) {
        var answer = api.move(unit, request, "submission").expect(422);

        assertThat(answer.code()).isEqualTo("rule-refused");
        assertThat(answer.faults())
                .containsExactly(pointer + " x-" + rule.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(answer.raw().body())
                .contains("Rule X_%s of %s version 1: ".formatted(rule, SCHEME));
    }

    private Officer registered(String type, String division) {
        var id = registry.register("示例类型（虚构）", type, division);
        return new Officer("applicant-" + id, id, Set.of("APPLICANT_ADMIN"));
    }

    private static Map<String, Object> draft(Map<String, Object> otherwise) {
        var article = new HashMap<>(article("Dextran", "9004-54-0"));
        article.putAll(otherwise);
        return draftUnder(SCHEME, article);
    }

    private static List<String> names(Enum<?>[] checks) {
        return Stream.of(checks).map(Enum::name).toList();
    }

    /** Tianjin's, with a rule X_… for each check. */
    private static String file() {
        var mapper = JsonMapper.shared();
        var file = (ObjectNode) mapper.readTree(Fixtures.tianjinFile());
        file.put("code", SCHEME);
        var admission = (ObjectNode) file.path("admission");
        admission.set("unitRules", mapper.valueToTree(rules(UNIT_RULES)));
        admission.set("itemRules", mapper.valueToTree(rules(ITEM_RULES)));
        return file.toPrettyString();
    }

    private static List<Map<String, Object>> rules(Map<String, List<String>> checks) {
        var rules = new ArrayList<Map<String, Object>>();
        checks.forEach(
                (check, values) -> {
                    var rule = new HashMap<String, Object>();
                    rule.put("code", "X_" + check);
                    rule.put("check", check);
                    rule.put("values", values);
                    rule.put("text", "A test's rule.");
                    if (check.equals("NO_FLAG_WITHIN_YEARS")) {
                        rule.put("years", 2);
                    }
                    rules.add(rule);
                });
        return rules;
    }
}
