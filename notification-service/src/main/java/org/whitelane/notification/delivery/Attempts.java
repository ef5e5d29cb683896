package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What was tried, and how it ended. Every statement joins the caller's transaction. */
@Repository
class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long begin(String owner, UUID message) {
        return jdbc.sql(
                        """
                        insert into attempt (message_id, owner, started_at, outcome)
                        values (:message, :owner, :now, 'SENDING') returning id\
                        """)
                .param("message", message)
                .param("owner", owner)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The subscription ended before the message could be sent. */
    void cancel(UUID message) {
        close(message, "CANCELLED", clock.instant());
    }

    /**
     * On how many days the address was refused since a mail last arrived. Not how often: with our
     * own relay set up wrongly for an hour every address is refused, many times. Refused contents
     * and what was given up say nothing about the address.
     */
    int daysOfRefusals(UUID subscription) {
        return jdbc.sql(
                        """
                        with tried as (
                            select outcome, detail, ended_at from attempt
                            join message on message.id = message_id
                            where subscription_id = :id and template = 'ALERT')
                        select count(distinct cast(ended_at at time zone 'Asia/Shanghai' as date)) from tried
                        where outcome = 'REFUSED' and detail like 'RCPT %'
                          and ended_at > coalesce((select max(ended_at) from tried where outcome = 'SENT'), '-infinity')\
                        """)
                .param("id", subscription)
                .query(Integer.class)
                .single();
    }

    /** Idempotent: a mark whose commit was in doubt is made again. */
    void finish(Finished finished, Duration wait, Instant now) {
        var message = finished.message().id();
        switch (finished.result()) {
            case DeliveryResult.Sent _ -> {
                end(finished, "SENT", null, now);
                close(message, "SENT", now);
            }
            case DeliveryResult.Refused(var code) -> {
                end(finished, "REFUSED", code, now);
                close(message, "REFUSED", now);
            }
            case DeliveryResult.Unreachable(var why) -> end(finished, "NOT_SENT", why, now);
            case DeliveryResult.Deferred(var code) -> {
                if (end(finished, "NOT_SENT", code, now)) {
                    putOff(message, false, wait);
                }
            }
            case DeliveryResult.Uncertain(var why) -> {
                if (end(finished, "UNCERTAIN", why, now)) {
                    putOff(message, true, wait);
                }
            }
        }
    }

    private boolean end(Finished finished, String outcome, @Nullable String detail, Instant now) {
        return jdbc.sql(
                                """
                                update attempt set outcome = :outcome, detail = :detail, ended_at = :now
                                where id = :id and outcome = 'SENDING'\
                                """)
                        .param("id", finished.attempt())
                        .param("outcome", outcome)
                        .param("detail", detail)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void close(UUID message, String status, Instant now) {
        jdbc.sql(
                        """
                        update message
                        set status = :status, finished_at = :now, lease_owner = null, lease_until = null
                        where id = :id and status = 'QUEUED'\
                        """)
                .param("id", message)
                .param("status", status)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void putOff(UUID message, boolean uncertain, Duration wait) {
        jdbc.sql(
                        """
                        update message
                        set not_before = now() + cast(:wait as interval), deferrals = deferrals + 1,
                            uncertain = uncertain or :uncertain, lease_owner = null, lease_until = null
                        where id = :id and status = 'QUEUED'\
                        """)
                .param("id", message)
                .param("uncertain", uncertain)
                .param("wait", wait.toString())
                .update();
    }
}
