package org.whitelane.notification.delivery;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.notification.message.Template;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Claims and leases. Their time is the database's: leases are compared between machines, whose
 * clocks differ. Every statement joins the caller's transaction.
 */
@Repository
class Queue {

    private static final String CLAIM =
            """
            with due as (
                select id from message
                where status = 'QUEUED' and not_before <= now() and (lease_until is null or lease_until < now())
                order by not_before, id limit :limit
                for update skip locked)
            update message m set lease_owner = :owner, lease_until = now() + cast(:lease as interval)
            from due where m.id = due.id
            returning m.id, event_id, subscription_id, template, occurred_at, queued_at, deferrals, traceparent\
            """;

    private static final String LOSE =
            """
            with open as (
                select a.id, a.message_id from attempt a join message m on m.id = a.message_id
                where a.outcome = 'SENDING' and (m.lease_until < now() or m.lease_owner is distinct from a.owner)
                for update of a skip locked),
            lost as (
                update attempt a set outcome = 'UNCERTAIN', ended_at = now(), detail = 'the sender was lost'
                from open where a.id = open.id)
            update message set uncertain = true where id in (select message_id from open)\
            """;

    private static final RowMapper<Claimed> CLAIMED =
            (row, _) ->
                    new Claimed(
                            row.getObject("id", UUID.class),
                            row.getObject("event_id", UUID.class),
                            row.getObject("subscription_id", UUID.class),
                            Template.valueOf(row.getString("template")),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                            row.getInt("deferrals"),
                            row.getString("traceparent"));

    private final JdbcClient jdbc;

    Queue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due and nobody's. */
    List<Claimed> claim(String owner, int limit, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("owner", owner)
                .param("limit", limit)
                .param("lease", lease.toString())
                .query(CLAIMED)
                .list();
    }

    /** Attempts whose sender lost its lease before it could say how they ended. */
    int declareUncertain() {
        return jdbc.sql(LOSE).update();
    }

    /** False when the lease was lost: somebody else sends it, or has sent it. */
    boolean holds(String owner, UUID message) {
        return jdbc.sql(
                        """
                        select 1 from message
                        where id = :id and status = 'QUEUED' and lease_owner = :owner and lease_until > now()
                        for update\
                        """)
                .param("id", message)
                .param("owner", owner)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void renew(String owner, Duration lease) {
        jdbc.sql(
                        """
                        update message set lease_until = now() + cast(:lease as interval)
                        where lease_owner = :owner and status = 'QUEUED' and lease_until > now()\
                        """)
                .param("owner", owner)
                .param("lease", lease.toString())
                .update();
    }

    /**
     * Gives back what a worker holds; it is sending nothing at that moment, so what it left open
     * was never sent.
     */
    void release(String owner) {
        jdbc.sql(
                        """
                        update attempt set outcome = 'NOT_SENT', ended_at = now(), detail = 'given back'
                        where owner = :owner and outcome = 'SENDING'\
                        """)
                .param("owner", owner)
                .update();
        jdbc.sql(
                        """
                        update message set lease_owner = null, lease_until = null
                        where lease_owner = :owner and status = 'QUEUED'\
                        """)
                .param("owner", owner)
                .update();
    }
}
