package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventTypes;

import tools.jackson.databind.JsonNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads an object's history with the application's role, which cannot read private parts. */
final class HistoryList {

    /** Of a value that is shown: a page holds a hundred. */
    private static final int MOST_BYTES = 64 * 1024;

    private final JdbcClient jdbc;

    HistoryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long number, HistoryEntry entry) {}

    /**
     * @param without a type that is left out: who audits an object is not its owner's business
     * @param audience as which the reader sees what happened
     */
    List<Row> page(String subject, String without, long after, int limit, Audience audience) {
        return jdbc.sql(
                        """
                        select e.id, e.event_id, e.stream, l.position, e.type, e.aggregate_version,
                               e.recorded_at, e.correlationid,
                               case when octet_length(e.value) <= :most then e.value end as value
                        from journal_entry e left join journal_link l on l.entry_id = e.id
                        where e.subject = :subject and e.type <> :without and e.id > :after
                        order by e.id limit :limit
                        """)
                .param("subject", subject)
                .param("without", without)
                .param("after", after)
                .param("limit", limit)
                .param("most", MOST_BYTES)
                .query(
                        (row, index) ->
                                new Row(
                                        row.getLong("id"),
                                        new HistoryEntry(
                                                row.getString("event_id"),
                                                row.getString("stream"),
                                                row.getObject("position", Long.class),
                                                row.getString("type"),
                                                row.getLong("aggregate_version"),
                                                row.getObject("recorded_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getString("correlationid"),
                                                seen(row, audience))))
                .list();
    }

    private static @Nullable JsonNode seen(ResultSet row, Audience audience) throws SQLException {
        var value = row.getBytes("value");
        return value == null
                ? null
                : EventTypes.forType(row.getString("type"))
                        .flatMap(type -> Audiences.view(type, value, audience))
                        .orElse(null);
    }
}
