package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far each stream has come for good: placed, and where it has a topic also sent. */
final class StreamProgress {

    /**
     * Of a stream that is sent what is known to be in its topic; nothing of one that is stopped,
     * since it may contradict its topic. The age is that of the first entry not vouched for, by the
     * clock that wrote it down.
     */
    private static final String REACHED =
            """
            select h.incarnation, l.position, l.hash
            from journal_head h
            left join journal_published p using (stream)
            join journal_link l on l.stream = h.stream
                and l.position = case when h.stream like 'whitelane.%' then least(coalesce(p.position, 0), h.position)
                    else h.position end
            join journal_link f on f.stream = h.stream and f.position = :covered + 1
            join journal_entry e on e.id = f.entry_id
            where h.stream = :stream and l.position > :covered
              and (:now or e.recorded_at <= clock_timestamp() - make_interval(secs => :age))
              and not exists (select from journal_stopped s where s.stream = h.stream)
            """;

    private final JdbcClient jdbc;

    StreamProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reached(String incarnation, long position, byte[] hash) {}

    /**
     * @param now whatever the age
     * @param age of the first entry that no checkpoint vouches for
     */
    record Due(boolean now, Duration age) {

        static Due atOnce() {
            return new Due(true, Duration.ZERO);
        }

        static Due after(Duration age) {
            return new Due(false, age);
        }
    }

    List<String> streams() {
        return jdbc.sql("select stream from journal_head order by stream")
                .query((row, _) -> row.getString("stream"))
                .list();
    }

    /** Empty where it has not moved beyond that position, or need not be told yet. */
    Optional<Reached> reached(String stream, long covered, Due due) {
        return jdbc.sql(REACHED)
                .param("stream", stream)
                .param("covered", covered)
                .param("now", due.now())
                .param("age", due.age().toMillis() / 1000.0)
                .query(
                        (row, _) ->
                                new Reached(
                                        row.getString("incarnation"),
                                        row.getLong("position"),
                                        row.getBytes("hash")))
                .optional();
    }
}
