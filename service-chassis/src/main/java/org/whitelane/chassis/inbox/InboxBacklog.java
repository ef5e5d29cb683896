package org.whitelane.chassis.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For decisions that rest on a projection: whether it is older than what the producer said, because
 * something of an aggregate lies parked or because all is being read again. To be asked after the
 * projected row is locked: only then does the answer hold for what the row says.
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
                            where consumer = :consumer and topic = :topic and aggregate = :aggregate and queued > 0)
                          or exists (select from inbox_rebuild where consumer = :consumer and state = 'READING')
                        """)
                .param("consumer", consumer)
                .param("topic", topic)
                .param("aggregate", aggregate)
                .query(Boolean.class)
                .single();
    }

    /** Whether what is known is older than it was: nobody is to act on it as if it were news. */
    public boolean isRebuilding(String consumer) {
        return jdbc.sql(
                        """
                        select exists (select from inbox_rebuild where consumer = ? and state = 'READING')
                        """)
                .param(consumer)
                .query(Boolean.class)
                .single();
    }
}
