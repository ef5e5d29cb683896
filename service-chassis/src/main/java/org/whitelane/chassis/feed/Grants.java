package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.feed.Grant.State;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row per reader and stream, never deleted. */
final class Grants {

    /** What {@link #read} needs, from the table under the alias {@code g}. */
    static final String COLUMNS =
            "g.stream, g.issuer, g.subject, g.types, g.state, g.reason, g.since, g.version";

    private static final String ONE =
            "select %s from feed_grant g where stream = ? and issuer = ? and subject = ?"
                    .formatted(COLUMNS);

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Grant> find(String stream, FeedReader reader) {
        return find(ONE, stream, reader);
    }

    /** Until the transaction ends nobody else changes it. */
    Optional<Grant> lock(String stream, FeedReader reader) {
        return find(ONE + " for update", stream, reader);
    }

    private Optional<Grant> find(String sql, String stream, FeedReader reader) {
        return jdbc.sql(sql)
                .params(stream, reader.issuer(), reader.subject())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Whether there was none. */
    boolean add(String stream, FeedReader reader, TypeFilter types, Instant now) {
        return jdbc.sql(
                                """
                                insert into feed_grant (stream, issuer, subject, types, state, since)
                                values (?, ?, ?, ?, 'GRANTED', ?) on conflict do nothing
                                """)
                        .params(stream, reader.issuer(), reader.subject())
                        .param(array(types))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    void change(
            Grant known, TypeFilter types, State state, @Nullable String reason, Instant since) {
        jdbc.sql(
                        """
                        update feed_grant set types = :types, state = :state, reason = :reason, since = :since,
                            version = version + 1
                        where stream = :stream and issuer = :issuer and subject = :subject
                        """)
                .param("types", array(types))
                .param("state", state.name())
                .param("reason", reason)
                .param("since", Timestamp.from(since))
                .param("stream", known.stream())
                .param("issuer", known.reader().issuer())
                .param("subject", known.reader().subject())
                .update();
    }

    static String[] array(TypeFilter types) {
        return types.patterns().toArray(String[]::new);
    }

    static TypeFilter types(ResultSet row, String column) throws SQLException {
        return new TypeFilter(List.of((String[]) row.getArray(column).getArray()));
    }

    static Grant read(ResultSet row) throws SQLException {
        return new Grant(
                row.getString("stream"),
                new FeedReader(row.getString("issuer"), row.getString("subject")),
                types(row, "types"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                row.getLong("version"));
    }
}
