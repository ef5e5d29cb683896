package org.whitelane.chassis.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions that an operator gave up waiting for. */
final class Skips {

    private final JdbcClient jdbc;

    Skips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param next the first version that is there again
     */
    void add(Lane lane, long after, long next) {
        jdbc.sql(
                        """
                        insert into inbox_skipped (consumer, topic, aggregate, after, next) values (?, ?, ?, ?, ?)
                        on conflict (consumer, topic, aggregate, after) do update set next = excluded.next
                        """)
                .params(lane.consumer(), lane.topic(), lane.aggregate(), after, next)
                .update();
    }

    /** The last version given up after this one; this one where none was. */
    long lastAfter(Lane lane, long version) {
        return jdbc.sql(
                        """
                        select next - 1 from inbox_skipped
                        where consumer = ? and topic = ? and aggregate = ? and after = ?
                        """)
                .params(lane.consumer(), lane.topic(), lane.aggregate(), version)
                .query(Long.class)
                .optional()
                .orElse(version);
    }
}
