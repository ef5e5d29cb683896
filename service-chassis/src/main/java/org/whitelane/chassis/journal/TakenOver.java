package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** Entries that were read back from a topic, and the places they are to get again. */
final class TakenOver {

    private static final String INSERT =
            """
            with counted as (
                insert into journal_aggregate as a (stream, subject, version) values (:stream, :subject, :version)
                on conflict (stream, subject) do update set version = greatest(a.version, excluded.version)),
            entry as (
                insert into journal_entry (event_id, stream, type, source, subject, time, dataschema, contenttype,
                    aggregate_version, correlationid, causationid, traceparent, value, private_digest)
                values (:id, :stream, :type, :source, :subject, :time, :dataSchema, :contentType,
                    :version, :correlationId, :causationId, :traceparent, :value, :digest)
                returning id),
            marked as (
                insert into journal_taken_over (entry_id) select id from entry)
            insert into journal_pending (entry_id, stream, place) select id, :stream, :place from entry
            """;

    private static final String LIST =
            """
            select e.subject, min(e.aggregate_version) as first, max(e.aggregate_version) as last,
                   array_agg(e.type order by e.aggregate_version) as types
            from journal_taken_over t join journal_entry e on e.id = t.entry_id
            where e.stream = :stream and e.subject > :after
            group by e.subject order by e.subject limit :limit
            """;

    private final JdbcClient jdbc;

    TakenOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else takes over in that stream. */
    void lock(String stream) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('whitelane.takeover ' || ?, 0))")
                .param(stream)
                .query((row, _) -> "")
                .list();
    }

    boolean isBehind(String stream) {
        return jdbc.sql("select exists (select from journal_stopped where stream = ? and behind)")
                .param(stream)
                .query(Boolean.class)
                .single();
    }

    void resume(String stream) {
        jdbc.sql("delete from journal_stopped where stream = ?").param(stream).update();
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException where something else was saved as this
     *     version of the aggregate
     */
    void add(String stream, Arrived arrived) {
        if (isPending(stream, arrived)) {
            return;
        }
        var event = arrived.attributes();
        jdbc.sql(INSERT)
                .param("stream", stream)
                .param("subject", event.subject())
                .param("version", event.aggregateVersion())
                .param("id", event.id())
                .param("type", event.type())
                .param("source", event.source())
                .param("time", event.time())
                .param("dataSchema", event.dataSchema())
                .param("contentType", event.contentType())
                .param("correlationId", event.correlationId())
                .param("causationId", event.causationId())
                .param("traceparent", arrived.traceparent())
                .param("value", arrived.value())
                .param("digest", arrived.privateDigest())
                .param("place", arrived.position())
                .update();
    }

    /** Saved before the backup and placed after it: the entry is here, with its private part. */
    private boolean isPending(String stream, Arrived arrived) {
        return jdbc.sql(
                                """
                                update journal_pending set place = :place
                                where stream = :stream
                                  and entry_id = (select id from journal_entry where event_id = :id and stream = :stream)
                                """)
                        .param("place", arrived.position())
                        .param("stream", stream)
                        .param("id", arrived.attributes().id())
                        .update()
                == 1;
    }

    /**
     * What the service's own tables do not know of.
     *
     * @param aggregate id
     * @param types in the order of the versions
     */
    record LostState(String aggregate, long firstVersion, long lastVersion, List<String> types) {}

    List<LostState> list(String stream, String after, int limit) {
        return jdbc.sql(LIST)
                .param("stream", stream)
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new LostState(
                                        row.getString("subject"),
                                        row.getLong("first"),
                                        row.getLong("last"),
                                        List.of((String[]) row.getArray("types").getArray())))
                .list();
    }
}
