package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Correction.Supersedes;

import java.util.List;
import java.util.Optional;

/** What the events of an aggregate stated last, and which statements hold no more. */
final class Statements {

    private static final String STANDING =
            """
            select event_id, type, aggregate_version from journal_entry
            where stream = :stream and subject = :subject and type in (:types)
            order by aggregate_version desc limit 1
            """;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Supersedes> last(String stream, String subject, List<String> types) {
        return jdbc.sql(STANDING)
                .param("stream", stream)
                .param("subject", subject)
                .param("types", types)
                .query(
                        (row, _) ->
                                new Supersedes(
                                        row.getString("event_id"),
                                        row.getString("type"),
                                        row.getLong("aggregate_version")))
                .optional();
    }

    void supersede(Supersedes old, String byEventId) {
        jdbc.sql("insert into journal_superseded (event_id, by_event_id) values (:old, :by)")
                .param("old", old.eventId())
                .param("by", byEventId)
                .update();
    }
}
