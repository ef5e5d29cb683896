package org.whitelane.whitelist.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.UnitEvent.UnitDelisted;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.InventedScheme;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A place ends with its last day, and takes along what would outlast it. */
class UnitDaysTests extends ServiceTestBase {

    @Autowired private UnitDays days;
    @Autowired private UnitDaysJob job;

    @Test
    void endsOnceWithWhatOutlastsIt() {
        var scheme = InventedScheme.code("DIR", "");
        var table = directory(scheme);
        var unit = table.enterprise("示例到期（虚构）");
        publish(table, scheme, table.request(unit, draftUnder(scheme), "RECOGNISED"));
        var place = api.get(unit, "/units").expect(200).body().at("/items/0");
        var id = place.path("id").asString();
        var last = LocalDate.parse(place.path("validTo").asString());
        var ending = filed(unit, id, "Dextran", "9004-54-0");
        var renewed = filed(unit, id, "Sucrose", "57-50-1");
        publish(table, scheme, table.request(unit, renewal(scheme, renewed), "RECOGNISED"));
        assertThat(LocalDate.parse(entry(unit, renewed, "validTo"))).isAfter(last);
        var imports = new Imports(api, table);
        var held = imports.reserved(unit, renewed, "1");
        job.run(last);
        assertThat(status(unit, id)).as("its last day ends at midnight").isEqualTo("ACTIVE");

        Race.run(() -> look(id, last.plusDays(1)), () -> look(id, last.plusDays(1)));
        job.run(last.plusDays(1));

        assertThat(status(unit, id)).isEqualTo("EXPIRED");
        assertThat(entry(unit, renewed, "status")).isEqualTo("REMOVED");
        assertThat(entry(unit, renewed, "statusReason")).contains(last.toString());
        assertThat(imports.show(unit, held).text("status")).isEqualTo("CANCELLED");
        assertThat(entry(unit, ending, "status")).as("expires by itself").isEqualTo("ACTIVE");
        assertThat(
                        api.post(unit, "/units/" + id + "/articles", article("Glycine", "56-40-6"))
                                .code())
                .isEqualTo("unit-not-listed");
        await().untilAsserted(
                        () ->
                                assertThat(events.of(id))
                                        .satisfiesExactly(
                                                _ -> {},
                                                end ->
                                                        assertThat(((UnitDelisted) end).status())
                                                                .isEqualTo("EXPIRED")));
        // the place is free again
        publish(table, scheme, table.request(unit, draftUnder(scheme), "RECOGNISED"));
    }

    private boolean look(String place, LocalDate day) {
        days.lookAt(UUID.fromString(place), day);
        return true;
    }

    /** One that recognises units, for six months. */
    private Table directory(String code) {
        return InventedScheme.load(
                api,
                registry,
                code,
                "\"UNIT_ITEM_PAIR\"",
                "\"UNIT_DIRECTORY\"",
                "\"entryValidityMonths\": null",
                "\"entryValidityMonths\": 6");
    }

    private void publish(Table table, String scheme, String request) {
        api.publishUnder(scheme, table.office(), request).expect(201);
    }

    private static Map<String, Object> renewal(String scheme, String entry) {
        var wish = new HashMap<>(draftUnder(scheme));
        wish.put("kind", "RENEWAL");
        wish.remove("articles");
        wish.put("entries", List.of(entry));
        return wish;
    }

    private String filed(Officer unit, String place, String nameEn, String cas) {
        return api.post(unit, "/units/" + place + "/articles", article(nameEn, cas))
                .expect(201)
                .text("id");
    }

    private String status(Officer unit, String place) {
        return api.get(unit, "/units/" + place).expect(200).text("status");
    }

    private String entry(Officer unit, String entry, String field) {
        return api.get(unit, "/entries/" + entry).expect(200).text(field);
    }
}
