package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.OffsetDateTime;
import java.util.List;

/** Reads an object's history with the application's role, which cannot read private parts. */
final class HistoryList {

    private final JdbcClient jdbc;

    HistoryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long number, HistoryEntry entry) {}

    /**
     * @param without a type that is left out: who audits an object is not its owner's business
     */
    List<Row> page(String subject, String without, long after, int limit) {
        return jdbc.sql(
                        """
                        select e.id, e.event_id, e.stream, l.position, e.type, e.aggregate_version,
                               e.recorded_at, e.correlationid
                        from journal_entry e left join journal_link l on l.entry_id = e.id
                        where e.subject = :subject and e.type <> :without and e.id > :after
                        order by e.id limit :limit
                        """)
                .param("subject", subject)
                .param("without", without)
                .param("after", after)
                .param("limit", limit)
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
                                                row.getString("correlationid"))))
                .list();
    }
}
