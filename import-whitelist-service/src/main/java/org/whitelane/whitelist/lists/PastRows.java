package org.whitelane.whitelist.lists;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.entry.EntryRow;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.events.EntryHistory;
import org.whitelane.whitelist.events.EntryHistory.Told;
import org.whitelane.whitelist.lists.ListRows.Full;
import org.whitelane.whitelist.lists.Listed.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What stood on the lists, from the journal: each entry is made again from its published events,
 * whatever became of it afterwards.
 */
@Repository
class PastRows {

    private static final String COLUMNS =
            "select "
                    + EntryRow.COLUMNS
                    + """
                    , origin.decision_document, party.credit_code, party.body ->> 'nameEn' as unit_name_en,
                      told.types, told.times, told.contents\
                    """;
    private static final String BESIDE =
            """
             join batch origin on origin.id = entry.batch
             left join party on party.id = entry.organisation
             cross join lateral (
               select array_agg(j.type order by j.aggregate_version) as types,
                      array_agg(j.time order by j.aggregate_version) as times,
                      array_agg(convert_from(j.value, 'UTF8') order by j.aggregate_version) as contents
               from journal_entry j
               where j.stream = 'whitelane.whitelist.entry.v1' and j.subject = entry.id::text
                 and (:before::timestamptz is null or j.time::timestamptz < :before)) told
            """;

    /** The newest thing told of the unit's place, in whichever of its places. */
    private static final String HOLD =
            """
             left join lateral (
               select case when j.type = 'org.whitelane.whitelist.unit-suspended.v1'
                           then convert_from(j.value, 'UTF8')::json ->> 'reason' end as hold_reason
               from unit_listing place join journal_entry j on j.subject = place.id::text
               where place.scheme = entry.scheme and place.organisation = entry.organisation
                 and j.stream = 'whitelane.whitelist.unit.v1' and j.time::timestamptz < :before
               order by j.id desc limit 1) hold on true
            """;

    private static final String OF_DAY =
            COLUMNS
                    + ", hold.hold_reason, '' as change, null::uuid as changed_by from entry"
                    + BESIDE
                    + HOLD
                    + """
                     where entry.scheme = :scheme and told.types is not null
                       and (entry.batch_number, entry.sequence) > (:batch, :sequence)
                     order by entry.batch_number, entry.sequence
                    """;
    private static final String CHANGES =
            COLUMNS
                    + """
                    , null::text as hold_reason, change.kind as change, batch.id as changed_by
                    from batch_change change
                      join batch on batch.id = change.batch
                      join entry on entry.id = change.entry
                    """
                    + BESIDE
                    + """
                     where batch.scheme = :scheme and batch.number = :number
                     order by change.kind, entry.batch_number, entry.sequence
                    """;

    private final JdbcClient db;

    PastRows(JdbcClient db) {
        this.db = db;
    }

    /** In a transaction, to be closed. */
    <T> Stream<Listed<T>> lines(Extent extent, Function<Full, T> view) {
        var found =
                switch (extent) {
                    case Extent.Whole whole ->
                            at(endOf(requireNonNull(whole.asOf())), Place.START, OF_DAY);
                    case Extent.Changes(_, var number) ->
                            db.sql(CHANGES).param("number", number).param("before", null);
                    case Extent.OfBatch _ ->
                            throw new IllegalStateException("it is shown as it stands now");
                };
        return found
                .param("scheme", extent.scheme())
                .withFetchSize(ListRows.PORTION)
                .query(ListRows.listed(seen(view)))
                .stream();
    }

    /**
     * @param before all that was told until then, and nothing after it
     */
    <T> List<Listed<T>> page(
            String scheme, Instant before, Place after, int limit, Function<Full, T> view) {
        return at(before, after, OF_DAY + " limit :limit")
                .param("scheme", scheme)
                .param("limit", limit)
                .query(ListRows.listed(seen(view)))
                .list();
    }

    /** A legal day ends at 24:00 in China. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalDays.ZONE).toInstant();
    }

    private JdbcClient.StatementSpec at(Instant before, Place after, String sql) {
        return db.sql(sql)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("batch", after.batchNumber())
                .param("sequence", after.sequence());
    }

    private static <T> RowMapper<T> seen(Function<Full, T> view) {
        return (row, number) ->
                view.apply(
                        new Full(
                                past(row),
                                row.getString("decision_document"),
                                row.getString("credit_code"),
                                row.getString("unit_name_en"),
                                row.getString("hold_reason")));
    }

    private static WhitelistEntry past(ResultSet row) throws SQLException {
        var today = EntryRow.read(row, 0);
        var batch = row.getObject("changed_by", UUID.class);
        return batch == null
                ? EntryHistory.after(today, told(row))
                : EntryHistory.inBatch(today, told(row), batch, row.getString("change"));
    }

    private static List<Told> told(ResultSet row) throws SQLException {
        var types = texts(row, "types");
        var times = texts(row, "times");
        var contents = texts(row, "contents");
        return IntStream.range(0, types.length)
                .mapToObj(i -> new Told(types[i], Instant.parse(times[i]), contents[i]))
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
