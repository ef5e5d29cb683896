package org.whitelane.chassis.inbox;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tables {@code inbox_rebuild…}, and in which generation this instance reads. */
final class Rebuilds {

    private final JdbcClient jdbc;

    /** Nothing for a consumer that has never been rebuilt. */
    private final Map<String, Optional<UUID>> reading = new ConcurrentHashMap<>();

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rebuild> find(String consumer) {
        return jdbc.sql(
                        """
                        select generation, state, asked_at, done_at from inbox_rebuild where consumer = ?
                        """)
                .param(consumer)
                .query(
                        (row, _) -> {
                            var done = row.getObject("done_at", OffsetDateTime.class);
                            return new Rebuild(
                                    row.getObject("generation", UUID.class),
                                    RebuildState.valueOf(row.getString("state")),
                                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                                    done == null ? null : done.toInstant());
                        })
                .optional();
    }

    private Optional<UUID> current(String consumer) {
        return find(consumer).map(Rebuild::generation);
    }

    /** Before its container starts. */
    @Nullable UUID beginReading(String consumer) {
        var current = current(consumer);
        reading.put(consumer, current);
        return current.orElse(null);
    }

    boolean isStale(String consumer) {
        var mine = reading.get(consumer);
        return mine != null && !mine.equals(current(consumer));
    }

    /**
     * Under a lane's lock.
     *
     * @throws StaleGeneration where this instance still reads on as if nothing had been forgotten
     */
    void requireCurrent(InboxConsumer consumer) {
        if (consumer.isProjection() && isStale(consumer.name())) {
            throw new StaleGeneration(consumer.name());
        }
    }

    /** Two operators at the same instant begin one rebuild. */
    void lock(String consumer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('whitelane.rebuild ' || ?, 0))")
                .param(consumer)
                .query((row, _) -> "")
                .list();
    }

    void begin(String consumer) {
        jdbc.sql(
                        """
                        insert into inbox_rebuild (consumer, generation, state) values (?, gen_random_uuid(), 'READING')
                        on conflict (consumer) do update
                        set generation = excluded.generation, state = excluded.state, asked_at = excluded.asked_at, done_at = null
                        """)
                .param(consumer)
                .update();
    }

    /** The first who asks the broker decides. */
    void aim(UUID generation, Map<TopicPartition, Long> ends) {
        ends.forEach(
                (partition, end) ->
                        jdbc.sql(
                                        """
                                        insert into inbox_rebuild_target (generation, topic, partition, record_offset)
                                        values (?, ?, ?, ?) on conflict do nothing
                                        """)
                                .params(generation, partition.topic(), partition.partition(), end)
                                .update());
    }

    /** Empty until somebody could ask the broker. */
    Map<TopicPartition, Long> targets(UUID generation) {
        var targets = new HashMap<TopicPartition, Long>();
        jdbc.sql(
                        "select topic, partition, record_offset from inbox_rebuild_target where"
                                + " generation = ?")
                .param(generation)
                .query(
                        row -> {
                            targets.put(
                                    new TopicPartition(
                                            row.getString("topic"), row.getInt("partition")),
                                    row.getLong("record_offset"));
                        });
        return targets;
    }

    /** Nothing happens where another instance was faster, or the rebuild began once more. */
    void move(UUID generation, RebuildState from, RebuildState to) {
        jdbc.sql(
                        """
                        update inbox_rebuild
                        set state = :to, done_at = case when :to = 'DONE' then clock_timestamp() end
                        where generation = :generation and state = :from
                        """)
                .param("generation", generation)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }
}
