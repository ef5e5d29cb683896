package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.Topic;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of a service's streams, as they stand in its journal: number n of a stream is
 * version n of the aggregate of that name, so that each is found by an index.
 */
final class Checkpoints {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String SELECT =
            "select value from journal_entry where stream = :checkpoints and subject = :stream ";

    private final JdbcClient jdbc;
    private final String own;

    Checkpoints(JdbcClient jdbc, String service) {
        this.jdbc = jdbc;
        // by its name alone: a service of a test that goes by another has no such topic, and needs
        // none
        this.own =
                Topic.named("whitelane." + service + ".checkpoint.v1")
                        .map(Topic::topicName)
                        .orElse("no checkpoints of " + service);
    }

    /**
     * As published.
     *
     * @param jws what counts
     */
    record Stored(String stream, Checkpoint checkpoint, String jws) {}

    /** Whether the stream is that of the checkpoints, of which there are none. */
    boolean isOwn(String stream) {
        return stream.equals(own);
    }

    Optional<Stored> newest(String stream) {
        return before(stream, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The newest first. */
    List<Stored> before(String stream, long number, int limit) {
        return jdbc.sql(
                        SELECT
                                + "and aggregate_version < :number order by aggregate_version desc"
                                + " limit :limit")
                .param("checkpoints", own)
                .param("stream", stream)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> MAPPER.readValue(row.getBytes("value"), Stored.class))
                .list();
    }

    /** The first that vouches for that position; found by halving, since positions only grow. */
    Optional<Stored> vouchingFor(String stream, long position) {
        var found = newest(stream).filter(c -> c.checkpoint().lastPosition() >= position);
        long from = 1;
        while (found.isPresent() && from < found.get().checkpoint().number()) {
            long middle = (from + found.get().checkpoint().number()) / 2;
            var at = before(stream, middle + 1, 1).getFirst();
            if (at.checkpoint().lastPosition() >= position) {
                found = Optional.of(at);
            } else {
                from = middle + 1;
            }
        }
        return found;
    }

    /** Held until the caller's transaction ends: two of one stream would have the same number. */
    void lock(String stream) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('whitelane.checkpoint ' || ?, 0))")
                .param(stream)
                .query((row, _) -> "")
                .list();
    }

    /** In the caller's transaction. */
    void ask() {
        jdbc.sql("insert into journal_checkpoint_wanted default values").update();
    }

    /** The last that was asked for; 0 when nobody did. */
    long asked() {
        return jdbc.sql("select coalesce(max(id), 0) from journal_checkpoint_wanted")
                .query(Long.class)
                .single();
    }

    void answered(long asked) {
        jdbc.sql("delete from journal_checkpoint_wanted where id <= :asked")
                .param("asked", asked)
                .update();
    }
}
