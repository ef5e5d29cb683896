package org.whitelane.chassis.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the parking lot for people and gauges. */
final class ParkedList {

    private final JdbcClient jdbc;

    ParkedList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long failed, long waiting) {}

    Counts open(String consumer) {
        return jdbc.sql(
                        """
                        select count(*) filter (where status = 'FAILED') as failed,
                               count(*) filter (where status = 'WAITING') as waiting
                        from inbox_parked where consumer = ? and status in ('FAILED', 'WAITING')
                        """)
                .param(consumer)
                .query(Counts.class)
                .single();
    }
}
