package org.whitelane.chassis.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For decisions that rest on a projection: whether something of an aggregate lies parked, so that
 * the projection is older than what the producer said.
 */
public final class InboxBacklog {

    private final JdbcClient jdbc;

    InboxBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param consumer the name of the {@link InboxConsumer}
     */
    public boolean holds(String consumer, String topic, String aggregate) {
        return jdbc.sql(
                        """
                        select exists (select from inbox
                            where consumer = ? and topic = ? and aggregate = ? and queued > 0)
                        """)
                .params(consumer, topic, aggregate)
                .query(Boolean.class)
                .single();
    }
}
