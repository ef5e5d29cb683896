package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** Reads with the application's role, so any instance tells the same. */
final class JournalStatus {

    private static final String ALL =
            """
            select stream, coalesce(q.pending, 0) as pending, coalesce(h.position, 0) as head,
                   coalesce(p.position, 0) as published, s.reason
            from journal_head h
            full join (select stream, count(*) as pending from journal_pending group by stream) q using (stream)
            full join journal_published p using (stream)
            full join journal_stopped s using (stream)
            order by stream
            """;

    private final JdbcClient jdbc;

    JournalStatus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StreamStatus> all() {
        return jdbc.sql(ALL)
                .query(
                        (row, index) ->
                                new StreamStatus(
                                        row.getString("stream"),
                                        row.getLong("pending"),
                                        row.getLong("head"),
                                        row.getLong("published"),
                                        row.getString("reason")))
                .list();
    }

    /** Whether there was something to resume; the relay notices at its next poll. */
    boolean resume(String stream) {
        return jdbc.sql("delete from journal_stopped where stream = :stream")
                        .param("stream", stream)
                        .update()
                > 0;
    }
}
