package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/**
 * Reads committed links: in {@link #after} those behind a position, as many as fit into the bytes
 * that this was made for, one at least.
 */
public final class Links {

    /** Bounded by rows and by bytes: the first row always comes, however large it is. */
    private static final String AFTER =
            """
            select l.position, l.leaf, l.hash, %s
            from (select position, leaf, hash, entry_id,
                         sum(octet_length(value)) over (order by position) - octet_length(value) as bytes_before
                  from (select k.*, v.value from journal_link k join journal_entry v on v.id = k.entry_id
                        where k.stream = :stream and k.position > :after order by k.position limit :limit) page) l
            join journal_entry e on e.id = l.entry_id
            where l.bytes_before <= :bytes
            order by l.position
            """
                    .formatted(StoredEntry.COLUMNS);

    private final JdbcClient jdbc;
    private final int bytes;

    public Links(JdbcClient jdbc, int bytes) {
        this.jdbc = jdbc;
        this.bytes = bytes;
    }

    public List<Link> after(String stream, long position, int limit) {
        return jdbc.sql(AFTER)
                .param("stream", stream)
                .param("after", position)
                .param("limit", limit)
                .param("bytes", bytes)
                .query(
                        (row, index) ->
                                new Link(
                                        row.getLong("position"),
                                        row.getBytes("leaf"),
                                        row.getBytes("hash"),
                                        StoredEntry.read(row)))
                .list();
    }

    public Optional<Head> head(String stream) {
        return jdbc.sql(
                        "select incarnation, position, hash from journal_head where stream ="
                                + " :stream")
                .param("stream", stream)
                .query(
                        (row, index) ->
                                new Head(
                                        row.getString("incarnation"),
                                        row.getLong("position"),
                                        row.getBytes("hash")))
                .optional();
    }

    /** Whether something that was taken over from the topic is not linked again yet. */
    boolean awaitsPlaced(String stream) {
        return jdbc.sql(
                        "select exists (select from journal_pending where stream = :stream and"
                                + " place is not null)")
                .param("stream", stream)
                .query(Boolean.class)
                .single();
    }

    /** The subjects at the positions up to that one, the last first. */
    List<At> before(String stream, long position, int limit) {
        return jdbc.sql(
                        """
                        select l.position, e.subject from journal_link l join journal_entry e on e.id = l.entry_id
                        where l.stream = :stream and l.position <= :position order by l.position desc limit :limit
                        """)
                .param("stream", stream)
                .param("position", position)
                .param("limit", limit)
                .query((row, index) -> new At(row.getLong("position"), row.getString("subject")))
                .list();
    }

    record At(long position, String subject) {}

    public Optional<byte[]> hashAt(String stream, long position) {
        return jdbc.sql(
                        "select hash from journal_link where stream = :stream and position ="
                                + " :position")
                .param("stream", stream)
                .param("position", position)
                .query((row, index) -> row.getBytes("hash"))
                .optional();
    }

    Optional<Long> positionOf(String stream, String eventId) {
        return jdbc.sql(
                        """
                        select l.position from journal_entry e join journal_link l on l.entry_id = e.id
                        where e.event_id = :id and l.stream = :stream
                        """)
                .param("id", eventId)
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }
}
