package org.whitelane.chassis.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Topic;

import java.util.List;
import java.util.Optional;

/** Finds an event and who was told of it. */
final class ToldDesk {

    private static final String STATEMENT =
            """
            select e.event_id, e.type, e.stream, e.subject, l.position, o.event_id as supersedes, n.by_event_id as superseded_by
            from journal_entry e
            left join journal_link l on l.entry_id = e.id
            left join journal_superseded o on o.by_event_id = e.event_id
            left join journal_superseded n on n.event_id = e.event_id
            where e.event_id = :event
            """;

    private final JdbcClient jdbc;
    private final FeedReaders readers;

    ToldDesk(JdbcClient jdbc, FeedReaders readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /** Of what is published only. */
    Optional<Statement> find(String event) {
        return jdbc.sql(STATEMENT)
                .param("event", event)
                .query(
                        (row, _) ->
                                new Statement(
                                        row.getString("event_id"),
                                        row.getString("type"),
                                        row.getString("stream"),
                                        row.getString("subject"),
                                        row.getObject("position", Long.class),
                                        row.getString("supersedes"),
                                        row.getString("superseded_by")))
                .optional()
                .filter(statement -> Topic.named(statement.stream()).isPresent());
    }

    /** Nobody while it waits for its place. */
    List<Told> toldOf(Statement statement) {
        return statement.position() == null
                ? List.of()
                : readers.toldOf(statement.stream(), statement.position());
    }
}
