package org.whitelane.whitelist.support;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Imports under an entry, as a unit and customs make them over HTTP. */
public final class Imports {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final WhitelistApi api;
    private final Table table;

    public Imports(WhitelistApi api, Table table) {
        this.api = api;
        this.table = table;
    }

    /** Published in a batch of its own, for 5000 g of dextran. */
    public String entry(Officer unit) {
        var request = table.request(unit, Table.draft("Dextran", "9004-54-0"), "RECOGNISED");
        var batch = api.publish(table.office(), request).expect(201);
        return batch.body().path("entries").path(0).path("id").asString();
    }

    public Officer customs() {
        return new Officer(
                "customs-1", table.reviewer("CUSTOMS").organisation(), Set.of("CUSTOMS_OFFICER"));
    }

    public Answer plan(Officer unit, String entry, String amount, String unitOfMeasure) {
        return api.post(
                unit,
                "/declarations",
                Map.of("entry", entry, "quantity", quantity(amount, unitOfMeasure)));
    }

    public Answer reserve(Officer unit, String declaration) {
        return api.post(unit, "/declarations/" + declaration + "/reservation", Map.of());
    }

    /** Planned and reserved. */
    public String reserved(Officer unit, String entry, String amount) {
        var plan = plan(unit, entry, amount, "g").expect(201).text("id");
        reserve(unit, plan).expect(200);
        return plan;
    }

    public Answer declare(Officer unit, String declaration, Map<String, Object> otherwise) {
        return move(customs(), declaration, "customs-declaration", papers(unit, otherwise));
    }

    public Answer release(String declaration, String amount) {
        return move(customs(), declaration, "releases", Map.of("quantity", quantity(amount, "g")));
    }

    public Answer receive(Officer unit, String declaration, String amount, boolean last) {
        return move(
                unit,
                declaration,
                "receipts",
                Map.of("quantity", quantity(amount, "g"), "last", last));
    }

    public Answer move(Officer officer, String declaration, String move, Map<String, Object> body) {
        return api.post(officer, "/declarations/" + declaration + "/" + move, body);
    }

    public Answer show(Officer officer, String declaration) {
        return api.get(officer, "/declarations/" + declaration).expect(200);
    }

    /** {@code reserved/used} of an entry. */
    public String quota(Officer unit, String entry) {
        var quota = api.get(unit, "/entries/" + entry).expect(200).body().path("quota");
        return quota.path("reserved").asString() + "/" + quota.path("used").asString();
    }

    public static Map<String, Object> papers(Officer unit, Map<String, Object> otherwise) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var papers = new HashMap<String, Object>();
        papers.put("number", "0202%d1%09d".formatted(today.getYear(), serial()));
        papers.put("customsOffice", "天津海关");
        papers.put("hsCode", "3913.90.0090");
        papers.put("consignee", Objects.requireNonNull(unit.organisation()));
        papers.put("declaredOn", today.toString());
        papers.putAll(otherwise);
        return papers;
    }

    /** No two declarations have one number. */
    static int serial() {
        return SERIAL.incrementAndGet();
    }

    public static Map<String, Object> quantity(String amount, String unit) {
        return Map.of("amount", amount, "unit", unit);
    }
}
