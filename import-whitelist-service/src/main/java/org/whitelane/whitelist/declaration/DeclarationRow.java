package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.entry.QuotaReading;
import org.whitelane.whitelist.scheme.Effects.QuotaMode;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A declaration as its table holds it. */
final class DeclarationRow {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "entry",
                    "scheme",
                    "organisation",
                    "status",
                    "stated_amount",
                    "stated_unit",
                    "quantity",
                    "quantity_unit",
                    "released",
                    "received",
                    "held",
                    "quota_mode",
                    "quota_configured",
                    "quota_year",
                    "organisation_version",
                    "reserved_until",
                    "until_defaulted",
                    "customs_number",
                    "customs_office",
                    "customs_office_known",
                    "hs_code",
                    "declared_on",
                    "remark",
                    "reason",
                    "version");

    private DeclarationRow() {}

    static String placeholders() {
        return COLUMNS.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
    }

    static String assignments() {
        return COLUMNS.stream()
                .filter(column -> !column.equals("id"))
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
    }

    static Map<String, @Nullable Object> values(ImportDeclaration declaration) {
        var values = new HashMap<String, @Nullable Object>();
        var load = declaration.load();
        values.put("id", declaration.id());
        values.put("entry", declaration.entry());
        values.put("scheme", declaration.scheme());
        values.put("organisation", declaration.organisation());
        values.put("status", declaration.status().name());
        values.put("stated_amount", new BigDecimal(load.stated().amount()));
        values.put("stated_unit", load.stated().unit());
        values.put("quantity", load.quantity());
        values.put("quantity_unit", load.unit().code());
        values.put("released", load.released());
        values.put("received", load.received());
        values.put("held", declaration.heldAmount());
        hold(declaration.hold(), values);
        papers(declaration.papers(), values);
        values.put("reason", declaration.reason());
        values.put("version", declaration.version());
        return values;
    }

    private static void hold(
            ImportDeclaration.@Nullable Hold hold, Map<String, @Nullable Object> values) {
        values.put("quota_mode", hold == null ? null : hold.reading().mode().name());
        values.put("quota_configured", hold == null ? null : hold.reading().configured());
        values.put("quota_year", hold == null ? null : hold.year());
        values.put("organisation_version", hold == null ? null : hold.organisationVersion());
        values.put("reserved_until", hold == null ? null : hold.until());
        values.put("until_defaulted", hold == null ? null : hold.untilDefaulted());
    }

    private static void papers(
            ImportDeclaration.@Nullable Papers papers, Map<String, @Nullable Object> values) {
        values.put("customs_number", papers == null ? null : papers.number());
        values.put("customs_office", papers == null ? null : papers.customsOffice());
        values.put("customs_office_known", papers == null ? null : papers.officeChecked());
        values.put("hs_code", papers == null ? null : papers.hsCode());
        values.put("declared_on", papers == null ? null : papers.declaredOn());
        values.put("remark", papers == null ? null : papers.remark());
    }

    static ImportDeclaration read(ResultSet row, int number) throws SQLException {
        return new ImportDeclaration(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                row.getString("scheme"),
                row.getString("organisation"),
                DeclarationStatus.valueOf(row.getString("status")),
                new ImportDeclaration.Load(
                        new Amount(
                                row.getBigDecimal("stated_amount")
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                row.getString("stated_unit")),
                        row.getBigDecimal("quantity"),
                        QuantityUnit.parse(row.getString("quantity_unit")),
                        row.getBigDecimal("released"),
                        row.getBigDecimal("received")),
                hold(row),
                papers(row),
                row.getString("reason"),
                row.getInt("version"));
    }

    private static ImportDeclaration.@Nullable Hold hold(ResultSet row) throws SQLException {
        var mode = row.getString("quota_mode");
        return mode == null
                ? null
                : new ImportDeclaration.Hold(
                        row.getBigDecimal("held"),
                        new QuotaReading(
                                QuotaMode.valueOf(mode), row.getBoolean("quota_configured")),
                        row.getInt("quota_year"),
                        row.getLong("organisation_version"),
                        row.getObject("reserved_until", LocalDate.class),
                        row.getBoolean("until_defaulted"));
    }

    private static ImportDeclaration.@Nullable Papers papers(ResultSet row) throws SQLException {
        var customsNumber = row.getString("customs_number");
        return customsNumber == null
                ? null
                : new ImportDeclaration.Papers(
                        customsNumber,
                        row.getString("customs_office"),
                        row.getBoolean("customs_office_known"),
                        row.getString("hs_code"),
                        row.getObject("declared_on", LocalDate.class),
                        row.getString("remark"));
    }
}
