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
