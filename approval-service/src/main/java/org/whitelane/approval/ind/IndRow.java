package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;
import org.whitelane.kernel.PartialDate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row of the table back to values; its amendments are rows of their own. */
final class IndRow {

    private IndRow() {}

    static Ind.Listed read(ResultSet row, int unusedNumber) throws SQLException {
        var ind =
                new Ind(
                        row.getObject("id", UUID.class),
                        facts(row),
                        row.getString("class_catalogue"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        List.of());
        return new Ind.Listed(row.getLong("place"), ind);
    }

    private static IndFacts facts(ResultSet row) throws SQLException {
        @Nullable String notice = row.getString("notice_number");
        return new IndFacts(
                AcceptanceNumber.parse(row.getString("acceptance_number")),
                notice == null ? null : NoticeNumber.parse(notice),
                Decision.valueOf(row.getString("decision")),
                product(row),
                date(row, "accepted"),
                date(row, "decided"),
                date(row, "announced"));
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("strength"),
                row.getString("sponsor"),
                Modality.valueOf(row.getString("modality")),
                row.getString("registration_class"),
                row.getObject("cell_or_gene_therapy", Boolean.class),
                List.of((String[]) row.getArray("indications").getArray()));
    }

    private static @Nullable SourcedDate date(ResultSet row, String what) throws SQLException {
        @Nullable String value = row.getString(what + "_on");
        return value == null
                ? null
                : new SourcedDate(PartialDate.parse(value), row.getString(what + "_source"));
    }
}
