package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stored batches on their way, and which request is in which. */
@Repository
class BatchRooms {

    private static final String SELECT =
            """
            select id, scheme, decision_document, status, requests, rounds, frozen, signatures, steps,
                   release_at, version
            from batch_room
            """;

    private final JdbcClient db;

    BatchRooms(JdbcClient db) {
        this.db = db;
    }

    Optional<BatchRoom> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(BatchRooms::room).optional();
    }

    Optional<BatchRoom> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(BatchRooms::room)
                .optional();
    }

    /** Empty when another instance is at it, or has done it. */
    Optional<BatchRoom> lockDue(UUID id, Instant now) {
        return db.sql(
                        SELECT
                                + """
                                where id = :id and status = 'SCHEDULED' and release_at <= :now
                                for update skip locked
                                """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(BatchRooms::room)
                .optional();
    }

    /** The longest overdue first. */
    List<UUID> due(Instant now) {
        return db.sql(
                        """
                        select id from batch_room where status = 'SCHEDULED' and release_at <= :now
                        order by release_at, id
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * @param published of which schemes only what is published may be seen
     */
    List<BatchRoom> page(
            Collection<String> schemes,
            Collection<String> published,
            @Nullable BatchStatus status,
            @Nullable UUID after,
            int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (scheme = any (:schemes)
                                       or (scheme = any (:published) and status = 'PUBLISHED'))
                                  and (:status::text is null or status = :status)
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("schemes", schemes.toArray(String[]::new))
                .param("published", published.toArray(String[]::new))
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit)
                .query(BatchRooms::room)
                .list();
    }

    /**
     * Puts requests into a batch, and gives back those that are in another. In the order of their
     * ids, so that two batches that want the same do not wait for each other.
     */
    Set<UUID> occupy(UUID batch, Collection<UUID> requests) {
        var elsewhere = new HashSet<>(requests);
        requests.stream()
                .sorted()
                .filter(
                        request ->
                                db.sql(
                                                        """
                                                        insert into batch_place (request, batch)
                                                        values (:request, :batch)
                                                        on conflict do nothing
                                                        """)
                                                .param("request", request)
                                                .param("batch", batch)
                                                .update()
                                        == 1)
                .forEach(elsewhere::remove);
        return elsewhere;
    }

    void vacate(UUID batch, Collection<UUID> requests) {
        db.sql("delete from batch_place where batch = :batch and request = any (:requests)")
                .param("batch", batch)
                .param("requests", requests.toArray(UUID[]::new))
                .update();
    }

    void add(BatchRoom room) {
        db.sql(
                        """
                        insert into batch_room (id, scheme, decision_document, status, requests, rounds,
                          frozen, signatures, steps, release_at, version)
                        values (:id, :scheme, :document, :status, :requests::jsonb, :rounds,
                          :frozen::jsonb, :signatures::jsonb, :steps::jsonb, :releaseAt, :version)
                        """)
                .params(columns(room))
                .update();
    }

    /** Gives the saved batch back with its new version. */
    BatchRoom save(BatchRoom room) {
        var rows =
                db.sql(
                                """
                                update batch_room
                                set status = :status, requests = :requests::jsonb, rounds = :rounds,
                                    frozen = :frozen::jsonb, signatures = :signatures::jsonb,
                                    steps = :steps::jsonb, release_at = :releaseAt, version = version + 1
                                where id = :id and version = :version
                                """)
                        .params(columns(room))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "Batch %s was locked, yet somebody else changed it".formatted(room.id()));
        }
        return room.withVersion(room.version() + 1);
    }

    private static Map<String, @Nullable Object> columns(BatchRoom room) {
        var columns = new HashMap<String, @Nullable Object>();
        var frozen = room.frozen();
        var releaseAt = room.releaseAt();
        columns.put("id", room.id());
        columns.put("scheme", room.scheme());
        columns.put("document", room.decisionDocument());
        columns.put("status", room.status().name());
        columns.put("requests", Json.write(room.requests()));
        columns.put("rounds", room.rounds());
        columns.put("frozen", frozen == null ? null : Json.write(frozen));
        columns.put("signatures", Json.write(room.signatures()));
        columns.put("steps", Json.write(room.steps()));
        columns.put("releaseAt", releaseAt == null ? null : Timestamp.from(releaseAt));
        columns.put("version", room.version());
        return columns;
    }

    private static BatchRoom room(ResultSet row, int number) throws SQLException {
        var frozen = row.getString("frozen");
        var releaseAt = row.getTimestamp("release_at");
        return new BatchRoom(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getString("decision_document"),
                BatchStatus.valueOf(row.getString("status")),
                Json.readList(row.getString("requests"), UUID[].class),
                row.getInt("rounds"),
                frozen == null ? null : Json.read(frozen, FrozenContent.class),
                Json.readList(row.getString("signatures"), BatchSignature[].class),
                Json.readList(row.getString("steps"), BatchStep[].class),
                releaseAt == null ? null : releaseAt.toInstant(),
                row.getInt("version"));
    }
}
