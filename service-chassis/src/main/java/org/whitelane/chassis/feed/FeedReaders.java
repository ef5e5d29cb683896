package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.feed.Told.State;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Who was told what: by the pull feed, or by the topic where its reader acknowledges here. */
public final class FeedReaders {

    /** An incarnation of the past had other events at these positions. */
    private static final String TOLD =
            """
            select %s, %s, h.incarnation as current, e.type,
                   (select min(a.at) from feed_acknowledgement a
                    where a.stream = g.stream and a.issuer = g.issuer and a.subject = g.subject
                      and a.incarnation = h.incarnation and :position between a.first and a.last
                      and exists (select from unnest(a.types) t
                                  where case when right(t, 1) = '*' then starts_with(e.type, left(t, -1))
                                             else t = e.type end)) as acknowledged_since
            from feed_grant g
            join journal_head h on h.stream = g.stream
            join journal_link l on l.stream = g.stream and l.position = :position
            join journal_entry e on e.id = l.entry_id
            left join feed_progress p on p.stream = g.stream and p.issuer = g.issuer and p.subject = g.subject
            where g.stream = :stream
            order by g.issuer, g.subject
            """
                    .formatted(Grants.COLUMNS, ProgressRows.COLUMNS);

    private final JdbcClient jdbc;

    FeedReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everybody to whom the stream is or was granted, ordered by issuer and subject; nobody where
     * nothing stands at that position. Only what was given in full counts.
     */
    public List<Told> toldOf(String stream, long position) {
        return jdbc.sql(TOLD)
                .param("stream", stream)
                .param("position", position)
                .query((row, _) -> told(row, position))
                .list();
    }

    private static Told told(ResultSet row, long position) throws SQLException {
        var grant = Grants.read(row);
        var acknowledged = row.getTimestamp("acknowledged_since");
        if (acknowledged != null) {
            return new Told(grant.reader(), State.ACKNOWLEDGED, acknowledged.toInstant());
        }
        var type = row.getString("type");
        var delivered = delivered(row, position, type);
        if (delivered != null) {
            return new Told(grant.reader(), State.DELIVERED, delivered);
        }
        boolean comes = grant.isOpen() && grant.types().lets(type);
        return new Told(grant.reader(), comes ? State.PENDING : State.WITHHELD, null);
    }

    private static @Nullable Instant delivered(ResultSet row, long position, String type)
            throws SQLException {
        var of = row.getString("incarnation");
        if (of == null || !of.equals(row.getString("current"))) {
            return null;
        }
        var progress = ProgressRows.read(row);
        if (holds(progress.ahead(), position, type)) {
            return progress.ahead().at();
        }
        var again = progress.again();
        return again != null && holds(again, position, type) ? again.at() : null;
    }

    private static boolean holds(Stretch stretch, long position, String type) {
        return stretch.holds(position) && stretch.types().lets(type);
    }
}
