package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the relay remembers per stream. */
final class StreamStates {

    private final JdbcClient jdbc;

    StreamStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long published(String stream) {
        return jdbc.sql("select position from journal_published where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Forward only: a revived leader may be behind. */
    void advance(String stream, long position) {
        jdbc.sql(
                        """
                        insert into journal_published as p (stream, position) values (:stream, :position)
                        on conflict (stream) do update set position = greatest(p.position, excluded.position)
                        """)
                .param("stream", stream)
                .param("position", position)
                .update();
    }

    boolean isStopped(String stream) {
        return jdbc.sql("select exists (select from journal_stopped where stream = :stream)")
                .param("stream", stream)
                .query(Boolean.class)
                .single();
    }

    void stop(String stream, String reason) {
        stop(stream, reason, false);
    }

    /**
     * @param behind the topic knows more than the journal
     */
    void stop(String stream, String reason, boolean behind) {
        jdbc.sql(
                        """
                        insert into journal_stopped (stream, reason, behind) values (:stream, :reason, :behind)
                        on conflict (stream) do nothing
                        """)
                .param("stream", stream)
                .param("reason", reason)
                .param("behind", behind)
                .update();
    }
}
