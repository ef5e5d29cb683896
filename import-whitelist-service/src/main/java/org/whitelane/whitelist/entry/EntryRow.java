package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.SchemeRef;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An entry as its table holds it. */
public final class EntryRow {

    public static final String COLUMNS =
            """
            entry.id, entry.number, entry.scheme, entry.scheme_version, entry.batch,
            entry.batch_number, entry.sequence, entry.request, entry.organisation,
            entry.organisation_version, entry.unit_name, entry.article, entry.quantity,
            entry.quantity_unit, entry.waived_documents, entry.valid_from, entry.valid_to,
            entry.status, entry.reserved, entry.used, entry.quota_year, entry.capped,
            entry.renewal_pending, entry.status_reason, entry.questions, entry.version\
            """;

    private EntryRow() {}

    static Map<String, @Nullable Object> values(WhitelistEntry entry) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", entry.id());
        values.put("number", entry.number());
        values.put("scheme", entry.scheme().code());
        values.put("schemeVersion", entry.scheme().version());
        values.put("batch", entry.origin().batch());
        values.put("batchNumber", entry.origin().batchNumber());
        values.put("sequence", entry.origin().sequence());
        values.put("request", entry.origin().request());
        values.put("organisation", entry.holder().organisation());
        values.put("organisationVersion", entry.holder().organisationVersion());
        values.put("unitName", entry.holder().unitName());
        values.put("questions", Json.write(entry.questions()));
        values.put("version", entry.version());
        changing(entry, values);
        return values;
    }

    /** What a decision about an entry can change; the quota's counts are not among it. */
    static void changing(WhitelistEntry entry, Map<String, @Nullable Object> values) {
        values.put("articleKey", entry.article().key());
        values.put("article", Json.write(entry.article()));
        values.put("quantity", new BigDecimal(entry.article().quantity().amount()));
        values.put("quantityUnit", entry.article().quantity().unit());
        values.put("waivedDocuments", Json.write(entry.terms().waivedDocuments()));
        values.put("validFrom", entry.terms().validFrom());
        values.put("validTo", entry.terms().validTo());
        values.put("status", entry.status().name());
        values.put("statusReason", entry.state().reason());
        values.put("renewalPending", entry.state().renewalPending());
    }

    public static WhitelistEntry read(ResultSet row, int number) throws SQLException {
        return new WhitelistEntry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new SchemeRef(row.getString("scheme"), row.getInt("scheme_version")),
                new WhitelistEntry.Origin(
                        row.getObject("batch", UUID.class),
                        row.getInt("batch_number"),
                        row.getInt("sequence"),
                        row.getObject("request", UUID.class)),
                new WhitelistEntry.Holder(
                        row.getString("organisation"),
                        row.getLong("organisation_version"),
                        row.getString("unit_name")),
                Json.read(row.getString("article"), Article.class),
                new WhitelistEntry.Terms(
                        Json.readList(row.getString("waived_documents"), String[].class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                state(row),
                Json.readList(row.getString("questions"), Question[].class),
                row.getInt("version"));
    }

    private static EntryState state(ResultSet row) throws SQLException {
        return new EntryState(
                EntryStatus.valueOf(row.getString("status")),
                new Quota(
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("used"),
                        QuantityUnit.parse(row.getString("quantity_unit")),
                        row.getInt("quota_year"),
                        row.getBoolean("capped")),
                row.getString("status_reason"),
                row.getBoolean("renewal_pending"));
    }
}
