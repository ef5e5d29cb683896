package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.entry.EntryRow;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.UnitHolds;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.lists.Listed.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What stands on the lists. Of the public one nothing else than its columns leaves the tables. */
@Repository
class ListRows {

    private static final String PUBLIC =
            """
            select entry.number, entry.unit_name, entry.article ->> 'nameZh' as name_zh,
                   entry.article ->> 'nameEn' as name_en, entry.article ->> 'casNumber' as cas_number,
                   entry.batch_number, entry.sequence, entry.valid_from, entry.valid_to, entry.status\
            """;
    private static final String CUSTOMS =
            "select "
                    + EntryRow.COLUMNS
                    + """
                    , origin.decision_document, party.credit_code, party.body ->> 'nameEn' as unit_name_en,\
                    """
                    + UnitHolds.COLUMNS;
    private static final String BESIDE =
            """
             join batch origin on origin.id = entry.batch
             left join party on party.id = entry.organisation
            """
                    + UnitHolds.JOIN;
    private static final String FROM = ", '' as change from entry";
    private static final String WHOLE =
            """
             where entry.scheme = :scheme order by entry.batch_number, entry.sequence
            """;
    private static final String OF_BATCH =
            """
             where entry.scheme = :scheme and entry.batch_number = :number order by entry.sequence
            """;
    private static final String PAGE =
            """
             where entry.scheme = :scheme and (entry.batch_number, entry.sequence) > (:batch, :sequence)
             order by entry.batch_number, entry.sequence limit :limit
            """;

    /** Rows that are fetched at once: what a file of any length takes of memory. */
    static final int PORTION = 500;

    private final JdbcClient db;
    private final PastRows past;

    ListRows(JdbcClient db, PastRows past) {
        this.db = db;
        this.past = past;
    }

    /** In a transaction, to be closed. */
    Stream<Listed<PublicEntry>> publicLines(Extent extent) {
        return isPast(extent)
                ? past.lines(extent, full -> PublicEntry.of(full.entry()))
                : lines(extent, PUBLIC, "", ListRows::publicEntry);
    }

    /** In a transaction, to be closed. */
    Stream<Listed<Full>> customsLines(Extent extent) {
        return isPast(extent)
                ? past.lines(extent, full -> full)
                : lines(extent, CUSTOMS, BESIDE, ListRows::full);
    }

    /**
     * @param asOf null for now
     */
    List<Listed<PublicEntry>> publicPage(
            String scheme, @Nullable LocalDate asOf, Place after, int limit) {
        return asOf == null
                ? page(scheme, after, limit, PUBLIC, "", ListRows::publicEntry)
                : past.page(
                        scheme,
                        PastRows.endOf(asOf),
                        after,
                        limit,
                        full -> PublicEntry.of(full.entry()));
    }

    /**
     * @param asOf null for now
     */
    List<Listed<Full>> customsPage(
            String scheme, @Nullable LocalDate asOf, Place after, int limit) {
        return asOf == null
                ? page(scheme, after, limit, CUSTOMS, BESIDE, ListRows::full)
                : past.page(scheme, PastRows.endOf(asOf), after, limit, full -> full);
    }

    private static boolean isPast(Extent extent) {
        return switch (extent) {
            case Extent.Whole(_, var asOf) -> asOf != null;
            case Extent.OfBatch _ -> false;
            case Extent.Changes _ -> true;
        };
    }

    /**
     * An entry with what stands around it.
     *
     * @param creditCode as the unit's English name absent when the unit is not known here
     * @param unitSuspended why its place in the directory is; null where it is not
     */
    record Full(
            WhitelistEntry entry,
            String decisionDocument,
            @Nullable String creditCode,
            @Nullable String unitNameEn,
            @Nullable String unitSuspended) {}

    private <T> List<Listed<T>> page(
            String scheme,
            Place after,
            int limit,
            String select,
            String beside,
            RowMapper<T> mapper) {
        return db.sql(select + FROM + beside + PAGE)
                .param("scheme", scheme)
                .param("batch", after.batchNumber())
                .param("sequence", after.sequence())
                .param("limit", limit)
                .query(listed(mapper))
                .list();
    }

    private <T> Stream<Listed<T>> lines(
            Extent extent, String select, String beside, RowMapper<T> mapper) {
        var found =
                switch (extent) {
                    case Extent.Whole _ -> db.sql(select + FROM + beside + WHOLE);
                    case Extent.OfBatch(_, var number) ->
                            db.sql(select + FROM + beside + OF_BATCH).param("number", number);
                    case Extent.Changes _ ->
                            throw new IllegalStateException("what a batch did is past");
                };
        return found
                .param("scheme", extent.scheme())
                .withFetchSize(PORTION)
                .query(listed(mapper))
                .stream();
    }

    static <T> RowMapper<Listed<T>> listed(RowMapper<T> mapper) {
        return (row, number) ->
                new Listed<>(
                        mapper.mapRow(row, number),
                        new Place(row.getInt("batch_number"), row.getInt("sequence")),
                        row.getString("change"));
    }

    private static PublicEntry publicEntry(ResultSet row, int number) throws SQLException {
        return new PublicEntry(
                row.getString("number"),
                row.getString("unit_name"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("cas_number"),
                row.getInt("batch_number"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                EntryStatus.valueOf(row.getString("status")));
    }

    private static Full full(ResultSet row, int number) throws SQLException {
        return new Full(
                EntryRow.read(row, number),
                row.getString("decision_document"),
                row.getString("credit_code"),
                row.getString("unit_name_en"),
                row.getString("hold_reason"));
    }
}
