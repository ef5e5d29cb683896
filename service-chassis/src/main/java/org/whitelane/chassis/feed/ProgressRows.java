package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.feed.ReaderProgress.Dispute;
import org.whitelane.chassis.feed.ReaderProgress.Mark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** How far each reader has come, and every acknowledgement that told something new. */
final class ProgressRows {

    /** What {@link #read} needs, from the table under the alias {@code p}. */
    static final String COLUMNS =
            """
            p.incarnation, p.acknowledged, p.acknowledged_hash, p.acknowledged_at, p.ahead_to, p.ahead_types, p.ahead_at,
            p.again_from, p.again_to, p.again_types, p.again_at, p.disputed_position, p.disputed_hash, p.disputed_at,
            p.read_at
            """;

    private static final String ONE =
            "select %s from feed_progress p where stream = ? and issuer = ? and subject = ?"
                    .formatted(COLUMNS);

    private static final String SAVE =
            """
            update feed_progress set incarnation = :incarnation, acknowledged = :acknowledged,
                acknowledged_hash = :hash, acknowledged_at = :acknowledgedAt,
                ahead_to = :aheadTo, ahead_types = :aheadTypes, ahead_at = :aheadAt,
                again_from = :againFrom, again_to = :againTo, again_types = :againTypes, again_at = :againAt,
                disputed_position = :disputed, disputed_hash = :disputedHash, disputed_at = :disputedAt,
                read_at = :readAt
            where stream = :stream and issuer = :issuer and subject = :subject
            """;

    private final JdbcClient jdbc;

    ProgressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReaderProgress> find(Grant grant) {
        return find(ONE, grant);
    }

    /** Until the transaction ends nobody else changes it; it is there afterwards. */
    ReaderProgress lock(Grant grant, String incarnation, Instant now) {
        jdbc.sql(
                        """
                        insert into feed_progress (stream, issuer, subject, incarnation)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        grant.stream(),
                        grant.reader().issuer(),
                        grant.reader().subject(),
                        incarnation)
                .update();
        return find(ONE + " for update", grant)
                .filter(known -> known.incarnation().equals(incarnation))
                .orElseGet(() -> ReaderProgress.begin(incarnation, now));
    }

    private Optional<ReaderProgress> find(String sql, Grant grant) {
        return jdbc.sql(sql)
                .params(grant.stream(), grant.reader().issuer(), grant.reader().subject())
                .query((row, _) -> read(row))
                .optional();
    }

    void save(Grant grant, ReaderProgress progress) {
        var mark = progress.mark();
        var again = progress.again();
        var dispute = progress.dispute();
        jdbc.sql(SAVE)
                .param("incarnation", progress.incarnation())
                .param("acknowledged", progress.acknowledged())
                .param("hash", mark == null ? null : mark.hash())
                .param("acknowledgedAt", mark == null ? null : Timestamp.from(mark.at()))
                .param("aheadTo", progress.ahead().to())
                .param("aheadTypes", Grants.array(progress.ahead().types()))
                .param("aheadAt", Timestamp.from(progress.ahead().at()))
                .param("againFrom", again == null ? null : again.from())
                .param("againTo", again == null ? null : again.to())
                .param("againTypes", again == null ? null : Grants.array(again.types()))
                .param("againAt", again == null ? null : Timestamp.from(again.at()))
                .param("disputed", dispute == null ? null : dispute.position())
                .param("disputedHash", dispute == null ? null : dispute.hash())
                .param("disputedAt", dispute == null ? null : Timestamp.from(dispute.at()))
                .param("readAt", timestamp(progress.readAt()))
                .param("stream", grant.stream())
                .param("issuer", grant.reader().issuer())
                .param("subject", grant.reader().subject())
                .update();
    }

    void acknowledged(Grant grant, String incarnation, Stretch stretch, byte[] hash, Instant now) {
        jdbc.sql(
                        """
                        insert into feed_acknowledgement (stream, issuer, subject, incarnation, first, last, types, hash, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(grant.stream(), grant.reader().issuer(), grant.reader().subject())
                .params(incarnation, stretch.from() + 1, stretch.to())
                .param(Grants.array(stretch.types()))
                .param(hash)
                .param(Timestamp.from(now))
                .update();
    }

    static ReaderProgress read(ResultSet row) throws SQLException {
        long acknowledged = row.getLong("acknowledged");
        var begun = instant(row, "ahead_at");
        return new ReaderProgress(
                row.getString("incarnation"),
                acknowledged,
                mark(row),
                new Stretch(
                        acknowledged,
                        row.getLong("ahead_to"),
                        Grants.types(row, "ahead_types"),
                        begun == null ? Instant.EPOCH : begun),
                again(row),
                dispute(row),
                instant(row, "read_at"));
    }

    private static @Nullable Mark mark(ResultSet row) throws SQLException {
        var at = instant(row, "acknowledged_at");
        return at == null ? null : new Mark(row.getBytes("acknowledged_hash"), at);
    }

    private static @Nullable Stretch again(ResultSet row) throws SQLException {
        var at = instant(row, "again_at");
        return at == null
                ? null
                : new Stretch(
                        row.getLong("again_from"),
                        row.getLong("again_to"),
                        Grants.types(row, "again_types"),
                        at);
    }

    private static @Nullable Dispute dispute(ResultSet row) throws SQLException {
        var at = instant(row, "disputed_at");
        return at == null
                ? null
                : new Dispute(row.getLong("disputed_position"), row.getBytes("disputed_hash"), at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
