package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Chain;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads entries with their private parts, and recomputes what the chain and the digests promise.
 */
final class AuditTrail {

    private static final String SELECT =
            """
            select %s, e.recorded_at, l.position, l.leaf, l.hash, before.hash as previous, h.incarnation,
                   p.actor, p.salt, p.body, x.entry_id is not null as erased, x.erased_on,
                   t.entry_id is not null as taken_over
            from journal_entry e
            left join journal_link l on l.entry_id = e.id
            left join journal_link before on before.stream = l.stream and before.position = l.position - 1
            left join journal_head h on h.stream = l.stream
            left join journal_private p on p.entry_id = e.id
            left join journal_erased x on x.entry_id = e.id
            left join journal_taken_over t on t.entry_id = e.id
            where e.id > :after
            """
                    .formatted(StoredEntry.COLUMNS);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    /**
     * @param jdbc connections of the auditor's role: no other may read private parts
     */
    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with the number that orders it. */
    record Row(long number, AuditEntry entry) {}

    /** In the order of saving, which for one object is the order of its changes. */
    List<Row> page(AuditFilter filter, long after, int limit) {
        var sql = new StringBuilder(SELECT);
        var parameters = conditions(filter, sql);
        parameters.put("after", after);
        parameters.put("limit", limit);
        return jdbc.sql(sql.append("order by e.id limit :limit").toString())
                .params(parameters)
                .query((row, index) -> read(row))
                .list();
    }

    /** Only what is asked for stands in the statement: the planner then finds the index. */
    private static Map<String, Object> conditions(AuditFilter filter, StringBuilder sql) {
        var parameters = new LinkedHashMap<String, Object>();
        and("e.subject = :subject", "subject", filter.subject(), sql, parameters);
        and("p.actor = :actor", "actor", filter.actor(), sql, parameters);
        and("e.type = :type", "type", filter.type(), sql, parameters);
        and("e.recorded_at >= :from", "from", utc(filter.from()), sql, parameters);
        and("e.recorded_at < :to", "to", utc(filter.to()), sql, parameters);
        return parameters;
    }

    private static void and(
            String condition,
            String name,
            @Nullable Object value,
            StringBuilder sql,
            Map<String, Object> parameters) {
        if (value != null) {
            sql.append("and ").append(condition).append('\n');
            parameters.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Row read(ResultSet row) throws SQLException {
        var stored = StoredEntry.read(row);
        var event = stored.attributes();
        var position = row.getObject("position", Long.class);
        var entry =
                new AuditEntry(
                        event.id(),
                        stored.stream(),
                        position,
                        event.type(),
                        event.subject(),
                        event.aggregateVersion(),
                        event.time(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        event.correlationId(),
                        event.causationId(),
                        json(stored.value()),
                        position == null ? AuditProof.PENDING : chain(stored, position, row),
                        privatePart(stored, row));
        return new Row(stored.id(), entry);
    }

    private static AuditProof chain(StoredEntry stored, long position, ResultSet row)
            throws SQLException {
        byte[] previous =
                position == 1
                        ? Chain.genesis(stored.stream(), row.getString("incarnation"))
                        : row.getBytes("previous");
        byte[] leaf = stored.leaf();
        boolean holds =
                previous != null
                        && MessageDigest.isEqual(leaf, row.getBytes("leaf"))
                        && MessageDigest.isEqual(
                                Chain.next(previous, position, leaf), row.getBytes("hash"));
        return holds ? AuditProof.HOLDS : AuditProof.ALTERED;
    }

    private static AuditEntry.PrivateView privatePart(StoredEntry stored, ResultSet row)
            throws SQLException {
        byte[] body = row.getBytes("body");
        if (body == null) {
            var day = row.getObject("erased_on", LocalDate.class);
            return new AuditEntry.PrivateView(absent(row), day, null, null, null, null);
        }
        var part = json(body);
        var actor = row.getString("actor");
        // the column is there for erasing, the digest covers the body's actor only
        boolean holds =
                MessageDigest.isEqual(
                                Chain.privateDigest(row.getBytes("salt"), body),
                                stored.privateDigest())
                        && actor.equals(text(part, "actor"));
        return new AuditEntry.PrivateView(
                holds ? AuditProof.HOLDS : AuditProof.ALTERED,
                null,
                actor,
                text(part, "reason"),
                part == null ? null : part.get("before"),
                part == null ? null : part.get("after"));
    }

    private static AuditProof absent(ResultSet row) throws SQLException {
        if (row.getBoolean("erased")) {
            return AuditProof.ERASED;
        }
        return row.getBoolean("taken_over") ? AuditProof.LOST : AuditProof.MISSING;
    }

    private static @Nullable String text(@Nullable JsonNode part, String name) {
        return part == null ? null : part.path(name).asString(null);
    }

    /** Null for bytes that somebody broke: the proof says so, the page stays readable. */
    private static @Nullable JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }
}
