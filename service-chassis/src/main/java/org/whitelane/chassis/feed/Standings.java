package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Readers with how far they and their streams are. */
final class Standings {

    private static final String SELECT =
            """
            select %s, %s, h.incarnation as current, h.position as head, s.at as stopped_at, s.behind,
                   (select e.recorded_at from journal_link l join journal_entry e on e.id = l.entry_id
                    where l.stream = g.stream
                      and l.position = 1 + case when p.incarnation = h.incarnation then p.acknowledged else 0 end
                   ) as oldest_waiting
            from feed_grant g
            join journal_head h on h.stream = g.stream
            left join feed_progress p on p.stream = g.stream and p.issuer = g.issuer and p.subject = g.subject
            left join journal_stopped s on s.stream = g.stream
            """
                    .formatted(Grants.COLUMNS, ProgressRows.COLUMNS);

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReaderStanding> find(String stream, FeedReader reader) {
        return jdbc.sql(SELECT + " where g.stream = ? and g.issuer = ? and g.subject = ?")
                .params(stream, reader.issuer(), reader.subject())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Ordered by stream, issuer and subject. */
    List<ReaderStanding> after(String stream, FeedReader reader, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where (g.stream, g.issuer, g.subject) > (?, ?, ?)"
                                + " order by g.stream, g.issuer, g.subject limit ?")
                .params(stream, reader.issuer(), reader.subject(), limit)
                .query((row, _) -> read(row))
                .list();
    }

    private static ReaderStanding read(ResultSet row) throws SQLException {
        return new ReaderStanding(
                Grants.read(row),
                row.getString("incarnation") == null ? null : ProgressRows.read(row),
                row.getString("current"),
                row.getLong("head"),
                instant(row.getTimestamp("oldest_waiting")),
                instant(row.getTimestamp("stopped_at")),
                row.getBoolean("behind"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
