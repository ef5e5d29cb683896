package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.inbox.Parked.Status;
import org.whitelane.events.UuidV7;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code inbox_parked}, as the queue of each lane; every change is made under the lane's
 * lock.
 */
final class ParkingLot {

    private static final ParkedRows ROWS = new ParkedRows();

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkingLot(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * False when this very record lies here already. One that was applied comes again only to a
     * projection that is rebuilt, and is parked once more.
     */
    boolean add(
            Lane lane, @Nullable Long version, RawRecord raw, Status status, Tries.GivenUp why) {
        var id = UuidV7.at(clock.instant());
        int rows =
                jdbc.sql(
                                """
                                insert into inbox_parked (id, consumer, topic, aggregate, version, status, reason,
                                    attempts, record_partition, record_offset, written_at, key, headers, value, digest)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(id)
                        .params(lane.consumer(), lane.topic(), lane.aggregate())
                        .param(version)
                        .params(status.name(), why.reason(), why.attempts())
                        .params(
                                raw.partition(),
                                raw.offset(),
                                raw.writtenAt().atOffset(ZoneOffset.UTC))
                        .param(raw.key())
                        .param(RawHeader.pack(raw.headers()))
                        .param(raw.value())
                        .param(raw.digest())
                        .update();
        if (rows == 1) {
            record(id, status.name(), why.reason());
        }
        return rows == 1 || version != null && addAgain(lane, version, raw, status, why);
    }

    private boolean addAgain(
            Lane lane, long version, RawRecord raw, Status status, Tries.GivenUp why) {
        var again =
                jdbc.sql(
                                """
                                update inbox_parked set status = ?, reason = ?, attempts = attempts + ?, resolved_at = null
                                where consumer = ? and topic = ? and aggregate = ? and version = ? and digest = ?
                                  and status in ('APPLIED', 'DUPLICATE')
                                returning id
                                """)
                        .params(status.name(), why.reason(), why.attempts())
                        .params(lane.consumer(), lane.topic(), lane.aggregate(), version)
                        .param(raw.digest())
                        .query(UUID.class)
                        .optional();
        again.ifPresent(id -> record(id, status.name(), why.reason()));
        return again.isPresent();
    }

    boolean hasFailedAt(Lane lane, long version) {
        return count(lane, version - 1, version + 1, "'FAILED'") > 0;
    }

    boolean hasDiscardedAt(Lane lane, long version) {
        return count(lane, version - 1, version + 1, "'DISCARDED'") > 0;
    }

    /** More than one where a stranger wrote a record with a version that another has too. */
    List<Parked> openAt(Lane lane, long version) {
        return jdbc.sql(
                        """
                        select * from inbox_parked
                        where consumer = ? and topic = ? and aggregate = ? and version = ?
                          and status in ('FAILED', 'WAITING')
                        order by record_partition, record_offset
                        """)
                .params(lane.consumer(), lane.topic(), lane.aggregate(), version)
                .query(ROWS)
                .list();
    }

    /** How many open or discarded records lie beyond a version. */
    long countBeyond(Lane lane, long version) {
        return count(lane, version, Long.MAX_VALUE, "'FAILED', 'WAITING', 'DISCARDED'");
    }

    /** Open records after one version and before another. */
    long countBetween(Lane lane, long after, long before) {
        return count(lane, after, before, "'FAILED', 'WAITING'");
    }

    private long count(Lane lane, long after, long before, String statuses) {
        return jdbc.sql(
                        """
                        select count(*) from inbox_parked
                        where consumer = ? and topic = ? and aggregate = ? and version > ? and version < ?
                          and status in (%s)
                        """
                                .formatted(statuses))
                .params(lane.consumer(), lane.topic(), lane.aggregate(), after, before)
                .query(Long.class)
                .single();
    }

    void failAgain(Parked parked, Tries.GivenUp why) {
        jdbc.sql(
                        """
                        update inbox_parked set status = 'FAILED', reason = ?, attempts = attempts + ?
                        where id = ?
                        """)
                .params(why.reason(), why.attempts(), parked.id())
                .update();
        record(parked.id(), Status.FAILED.name(), why.reason());
    }

    void resolve(UUID id, Status status, String detail) {
        jdbc.sql("update inbox_parked set status = ?, resolved_at = ? where id = ?")
                .params(status.name(), now(), id)
                .update();
        record(id, status.name(), detail);
    }

    /**
     * What is still open at versions the lane has passed was overtaken by another record of that
     * version.
     */
    void supersede(Lane lane, long version) {
        var ids =
                jdbc.sql(
                                """
                                select id from inbox_parked
                                where consumer = ? and topic = ? and aggregate = ? and version <= ?
                                  and status in ('FAILED', 'WAITING')
                                """)
                        .params(lane.consumer(), lane.topic(), lane.aggregate(), version)
                        .query(UUID.class)
                        .list();
        ids.forEach(id -> resolve(id, Status.DUPLICATE, "another record has this version"));
    }

    Optional<Parked> find(UUID id) {
        return jdbc.sql("select * from inbox_parked where id = ?").param(id).query(ROWS).optional();
    }

    /** For a record that belongs to no lane, whose row is then the lock. */
    Optional<Parked> lock(UUID id) {
        return jdbc.sql("select * from inbox_parked where id = ? for update")
                .param(id)
                .query(ROWS)
                .optional();
    }

    void record(UUID id, String what, String detail) {
        jdbc.sql("insert into inbox_parked_history (parked_id, what, detail) values (?, ?, ?)")
                .params(id, what, detail)
                .update();
    }

    /** Every change of a record leaves one: their count is its version. */
    long steps(UUID id) {
        return jdbc.sql("select count(*) from inbox_parked_history where parked_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
