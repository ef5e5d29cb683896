package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Maps the table {@code inbox_parked}. */
final class ParkedRows implements RowMapper<Parked> {

    @Override
    public Parked mapRow(ResultSet row, int number) throws SQLException {
        var topic = row.getString("topic");
        var resolved = row.getObject("resolved_at", OffsetDateTime.class);
        return new Parked(
                row.getObject("id", UUID.class),
                new Lane(row.getString("consumer"), topic, row.getString("aggregate")),
                version(row),
                Parked.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("attempts"),
                raw(row, topic),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                resolved == null ? null : resolved.toInstant());
    }

    private static RawRecord raw(ResultSet row, String topic) throws SQLException {
        return new RawRecord(
                topic,
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getBytes("key"),
                RawHeader.unpack(row.getBytes("headers")),
                row.getBytes("value"));
    }

    private static @Nullable Long version(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return row.wasNull() ? null : version;
    }
}
