package org.whitelane.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.notification.message.Template;
import org.whitelane.notification.support.NotificationTest;

import java.time.Instant;
import java.util.UUID;

/** What follows when a server keeps refusing one address. */
@NotificationTest
class RefusalsTests {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Attempts attempts;
    @Autowired Marks marks;

    private final UUID subscription = UUID.randomUUID();

    @Test
    void endTheSubscriptionAtTheThird() {
        subscribe();
        refuse();
        refuse();
        assertThat(status()).isEqualTo("ACTIVE");
        var waiting = message();
        refuse();
        assertThat(status()).isEqualTo("UNSUBSCRIBED");
        assertThat(
                        jdbc.sql("select status from message where id = :id")
                                .param("id", waiting.id())
                                .query(String.class)
                                .single())
                .isEqualTo("CANCELLED");
    }

    private void subscribe() {
        jdbc.sql(
                        """
                        insert into subscription (id, email, locale, criteria, status, requested_at, confirmed_at)
                        values (:id, 'gone@refusals.example', 'EN', '{"is":"any","parts":[]}', 'ACTIVE', now(), now())\
                        """)
                .param("id", subscription)
                .update();
    }

    private void refuse() {
        var message = message();
        transaction.executeWithoutResult(
                _ -> {
                    long attempt = attempts.begin("test", message.id());
                    marks.mark(
                            new Finished(attempt, message, new DeliveryResult.Refused("RCPT 550")));
                });
    }

    /** Not due yet, so that the service's own workers leave it alone. */
    private Claimed message() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into message (id, event_id, subscription_id, template, status, occurred_at, queued_at, not_before)
                        values (:id, :id, :subscription, 'ALERT', 'QUEUED', now(), now(), now() + interval '1 day')\
                        """)
                .param("id", id)
                .param("subscription", subscription)
                .update();
        var now = Instant.now();
        return new Claimed(id, id, subscription, Template.ALERT, now, now, 0);
    }

    private String status() {
        return jdbc.sql("select status from subscription where id = :id")
                .param("id", subscription)
                .query(String.class)
                .single();
    }
}
