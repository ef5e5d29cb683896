package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import java.util.HashMap;
import java.util.Map;

/** An article that is approved in grams and imported in vials, or the other way round. */
class ContentTests extends ServiceTestBase {

    @Test
    void vialsDrawOnGramsExactly() {
        var unit = table.enterprise("示例西林瓶（虚构）");
        var entry = listed(unit, "5000", "g", content("2.5", "g", "vial"));
        var imports = new Imports(api, table);

        var plan = imports.plan(unit, entry, "3", "vial").expect(201).text("id");
        imports.reserve(unit, plan).expect(200);
        assertThat(imports.quota(unit, entry)).isEqualTo("7.5/0");
        assertThat(imports.plan(unit, entry, "3", "piece").expect(422).body().toString())
                .contains("vial");
        var all = imports.plan(unit, entry, "1998", "vial").expect(201).text("id");
        assertThat(imports.reserve(unit, all).status()).as("1997 vials are left").isEqualTo(422);
    }

    @Test
    void gramsDrawOnPiecesOnlyAsWholeExactDecimals() {
        var unit = table.enterprise("示例片（虚构）");
        var entry = listed(unit, "100", "piece", content("0.3", "kg", "piece"));
        var imports = new Imports(api, table);

        var plan = imports.plan(unit, entry, "450", "g").expect(201).text("id");
        imports.reserve(unit, plan).expect(200);
        assertThat(imports.quota(unit, entry)).isEqualTo("1.5/0");
        assertThat(imports.plan(unit, entry, "100", "g").expect(422).body().toString())
                .as("a third of a piece has no end")
                .contains("exact");
        assertThat(imports.plan(unit, entry, "1", "L").status()).isEqualTo(422);
    }

    @Test
    void aContentIsMeasuredPerCountedUnit() {
        var unit = table.enterprise("示例含量（虚构）");
        var draft = Table.draft(article("5000", "g", content("0", "vial", "g")));

        assertThat(api.draft(unit, draft).expect(400).faults())
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "/articles/0/content/amount",
                        "/articles/0/content/unit",
                        "/articles/0/content/per");
    }

    private String listed(
            Officer unit, String amount, String measure, Map<String, String> content) {
        var draft = Table.draft(article(amount, measure, content));
        var request = table.request(unit, draft, "RECOGNISED");
        var batch = api.publish(table.office(), request).expect(201);
        return batch.body().path("entries").path(0).path("id").asString();
    }

    private static Map<String, Object> article(
            String amount, String measure, Map<String, String> content) {
        var article = new HashMap<>(Table.article("Dextran", "9004-54-0"));
        article.put("quantity", Map.of("amount", amount, "unit", measure));
        article.put("content", content);
        return article;
    }

    private static Map<String, String> content(String amount, String measure, String per) {
        return Map.of("amount", amount, "unit", measure, "per", per);
    }
}
