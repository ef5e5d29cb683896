package org.whitelane.whitelist.web;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.MoveRefused;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The stored illegal moves. */
@Repository
class IllegalMoves {

    private final JdbcClient db;

    IllegalMoves(JdbcClient db) {
        this.db = db;
    }

    void add(MoveRefused move, Instant at, @Nullable String correlationId) {
        db.sql(
                        """
                        insert into illegal_move (at, aggregate, object, status, move, allowed,
                          subject, organisation, correlation_id)
                        values (:at, :aggregate, :object, :status, :move, :allowed,
                          :subject, :organisation, :correlationId)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("aggregate", move.aggregate())
                .param("object", move.id())
                .param("status", move.status())
                .param("move", move.move())
                .param("allowed", move.allowed().toArray(String[]::new))
                .param("subject", move.by().subject())
                .param("organisation", move.by().organisation())
                .param("correlationId", correlationId)
                .update();
    }

    /**
     * The newest first.
     *
     * @param before id of the last one that was shown
     */
    List<IllegalMove> page(
            @Nullable String aggregate, @Nullable String object, @Nullable Long before, int limit) {
        return db.sql(
                        """
                        select * from illegal_move
                        where (:aggregate::text is null or aggregate = :aggregate)
                          and (:object::text is null or object = :object)
                          and (:before::bigint is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("aggregate", aggregate)
                .param("object", object)
                .param("before", before)
                .param("limit", limit)
                .query(IllegalMoves::move)
                .list();
    }

    /** Numbers are dense enough to count by: what was never committed leaves room. */
    int prune(Instant until, long rows) {
        return db.sql(
                        """
                        delete from illegal_move
                        where at < :until or id <= (select max(id) from illegal_move) - :rows
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("rows", rows)
                .update();
    }

    private static IllegalMove move(ResultSet row, int number) throws SQLException {
        return new IllegalMove(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("aggregate"),
                row.getString("object"),
                row.getString("status"),
                row.getString("move"),
                texts(row.getArray("allowed")),
                row.getString("subject"),
                row.getString("organisation"),
                row.getString("correlation_id"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
