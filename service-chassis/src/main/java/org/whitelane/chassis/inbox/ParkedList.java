package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Reads the parking lot for people and gauges. */
final class ParkedList {

    private final JdbcClient jdbc;

    ParkedList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long failed, long waiting) {}

    /**
     * @param status null: all that are open
     */
    record Filter(
            @Nullable String consumer,
            @Nullable String topic,
            @Nullable String aggregate,
            Parked.@Nullable Status status) {}

    Counts open(String consumer) {
        return jdbc.sql(
                        """
                        select count(*) filter (where status = 'FAILED') as failed,
                               count(*) filter (where status = 'WAITING') as waiting
                        from inbox_parked where consumer = ? and status in ('FAILED', 'WAITING')
                        """)
                .param(consumer)
                .query(Counts.class)
                .single();
    }

    /** Where a page ended. */
    record Mark(Instant parkedAt, UUID id) {}

    /** Oldest first. */
    List<ParkedView> page(Filter filter, @Nullable Mark after, int limit) {
        return jdbc.sql(
                        """
                        select id, consumer, topic, aggregate, version, status, reason, attempts,
                               record_partition, record_offset, written_at, parked_at, resolved_at
                        from inbox_parked
                        where (cast(:consumer as text) is null or consumer = :consumer)
                          and (cast(:topic as text) is null or topic = :topic)
                          and (cast(:aggregate as text) is null or aggregate = :aggregate)
                          and (status = :status
                               or cast(:status as text) is null and status in ('FAILED', 'WAITING'))
                          and (cast(:id as uuid) is null or (parked_at, id) > (cast(:parkedAt as timestamptz), cast(:id as uuid)))
                        order by parked_at, id limit :limit
                        """)
                .param("consumer", filter.consumer())
                .param("topic", filter.topic())
                .param("aggregate", filter.aggregate())
                .param("status", filter.status() == null ? null : filter.status().name())
                .param("id", after == null ? null : after.id())
                .param("parkedAt", after == null ? null : after.parkedAt().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    List<ParkedDetail.Step> history(UUID id) {
        return jdbc.sql(
                        """
                        select at, what, detail from inbox_parked_history
                        where parked_id = ? order by id
                        """)
                .param(id)
                .query(
                        (row, _) ->
                                new ParkedDetail.Step(
                                        instant(row, "at"),
                                        row.getString("what"),
                                        row.getString("detail")))
                .list();
    }

    private static ParkedView view(ResultSet row) throws SQLException {
        return new ParkedView(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                row.getString("aggregate"),
                row.getObject("version", Long.class),
                Parked.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                instant(row, "written_at"),
                instant(row, "parked_at"),
                row.getObject("resolved_at") == null ? null : instant(row, "resolved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
