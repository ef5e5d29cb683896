package org.whitelane.chassis.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code inbox}: one row per lane, locked by whoever works on the lane. */
final class InboxRows {

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param version applied last, 0 before the first
     * @param queued parked records beyond it that are open or were discarded
     */
    record Row(long version, long queued) {}

    /** Waits for the lane's lock and holds it until the transaction ends. */
    Row lock(Lane lane) {
        // a rebuild waits for all lanes at once, whether they have a row yet or not
        lock("pg_advisory_xact_lock_shared", lane.consumer());
        var row =
                jdbc.sql(
                                """
                                select version, queued from inbox
                                where consumer = ? and topic = ? and aggregate = ? for update
                                """)
                        .params(lane.consumer(), lane.topic(), lane.aggregate())
                        .query(Row.class)
                        .optional();
        return row.orElseGet(() -> create(lane));
    }

    void save(Lane lane, Row row) {
        jdbc.sql(
                        """
                        update inbox set version = ?, queued = ?
                        where consumer = ? and topic = ? and aggregate = ?
                        """)
                .params(row.version, row.queued, lane.consumer(), lane.topic(), lane.aggregate())
                .update();
    }

    /** Every lane of the consumer, until the transaction ends. */
    void lockAll(String consumer) {
        lock("pg_advisory_xact_lock", consumer);
    }

    /**
     * Forgets what was applied, not what lies parked: what failed stays failed, what was discarded
     * stays discarded.
     */
    void forget(String consumer) {
        jdbc.sql(
                        """
                        update inbox i set version = 0, queued = (
                            select count(*) from inbox_parked p
                            where p.consumer = i.consumer and p.topic = i.topic and p.aggregate = i.aggregate
                              and p.version > 0 and p.status in ('FAILED', 'WAITING', 'DISCARDED'))
                        where consumer = ?
                        """)
                .param(consumer)
                .update();
    }

    private void lock(String how, String consumer) {
        jdbc.sql("select %s(hashtextextended('whitelane.inbox ' || ?, 0))".formatted(how))
                .param(consumer)
                .query((row, _) -> "")
                .list();
    }

    /** The conflict with another instance waits for its commit, and its row comes back locked. */
    private Row create(Lane lane) {
        return jdbc.sql(
                        """
                        insert into inbox as i (consumer, topic, aggregate, version) values (?, ?, ?, 0)
                        on conflict (consumer, topic, aggregate) do update set version = i.version
                        returning version, queued
                        """)
                .params(lane.consumer(), lane.topic(), lane.aggregate())
                .query(Row.class)
                .single();
    }
}
