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

    private static final DeliveryResult REFUSED = new DeliveryResult.Refused("RCPT 550");

    private final UUID subscription = UUID.randomUUID();

    @Test
    void endTheSubscriptionOnTheThirdDay() {
        subscribe();
        ends(REFUSED);
        aDayPasses();
        ends(REFUSED);
        aDayPasses();
        assertThat(status()).isEqualTo("ACTIVE");
        var waiting = message();
        ends(REFUSED);
        assertThat(status()).isEqualTo("UNSUBSCRIBED");
        assertThat(
                        jdbc.sql("select status from message where id = :id")
                                .param("id", waiting.id())
                                .query(String.class)
                                .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void ofOneBadDayAreForgiven() {
        subscribe();
        for (int n = 0; n < 10; n++) {
            ends(REFUSED);
        }
        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void countFromTheLastMailThatArrived() {
        subscribe();
        for (int n = 0; n < 2; n++) {
            ends(REFUSED);
            aDayPasses();
        }
        ends(new DeliveryResult.Sent());
        aDayPasses();
        ends(REFUSED);
        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void ofContentsSayNothingAboutTheAddress() {
        subscribe();
        for (int n = 0; n < 4; n++) {
            ends(new DeliveryResult.Refused("DATA 554"));
            aDayPasses();
        }
        assertThat(status()).isEqualTo("ACTIVE");
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

    private void aDayPasses() {
        jdbc.sql(
                        """
                        update attempt set ended_at = ended_at - interval '1 day'
                        where message_id in (select id from message where subscription_id = :id)\
                        """)
                .param("id", subscription)
                .update();
    }

    private void ends(DeliveryResult result) {
        var message = message();
        transaction.executeWithoutResult(
                _ -> {
                    long attempt = attempts.begin("test", message.id());
                    marks.mark(new Finished(attempt, message, result));
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
        return new Claimed(id, id, subscription, Template.ALERT, now, now, 0, null);
    }

    private String status() {
        return jdbc.sql("select status from subscription where id = :id")
                .param("id", subscription)
                .query(String.class)
                .single();
    }
}
