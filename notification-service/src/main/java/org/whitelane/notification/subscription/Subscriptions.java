package org.whitelane.notification.subscription;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.notification.alert.Alert;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
public class Subscriptions {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were active when it happened and still are, and that asked for it. */
    public List<UUID> wanting(Alert alert) {
        return jdbc
                .sql(
                        """
                        select id, criteria from subscription
                        where status = 'ACTIVE' and confirmed_at <= :at\
                        """)
                .param("at", alert.occurredAt().atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                new Wish(
                                        row.getObject("id", UUID.class),
                                        MAPPER.readValue(
                                                row.getString("criteria"), Criteria.class)))
                .list()
                .stream()
                .filter(wish -> wish.criteria().matches(alert))
                .map(Wish::subscription)
                .toList();
    }

    /** Empty once the address was erased. */
    public Optional<Recipient> recipient(UUID id) {
        return jdbc.sql(
                        "select email, locale, status from subscription where id = :id and email is"
                                + " not null")
                .param("id", id)
                .query(
                        (row, _) ->
                                new Recipient(
                                        id,
                                        new EmailAddress(row.getString("email")),
                                        MailLocale.valueOf(row.getString("locale")),
                                        SubscriptionStatus.valueOf(row.getString("status"))))
                .optional();
    }

    void add(UUID id, EmailAddress address, MailLocale locale, Criteria criteria, Instant now) {
        jdbc.sql(
                        """
                        insert into subscription (id, email, locale, criteria, status, requested_at)
                        values (:id, :email, :locale, :criteria::jsonb, 'PENDING_CONFIRMATION', :now)\
                        """)
                .param("id", id)
                .param("email", address.value())
                .param("locale", locale.name())
                .param("criteria", MAPPER.writerFor(Criteria.class).writeValueAsString(criteria))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int requestsSince(EmailAddress address, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from subscription
                        where lower(email) = lower(:email) and requested_at > :since\
                        """)
                .param("email", address.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /**
     * With the row's lock, so that a confirmation and an ending of the same moment come one after
     * the other.
     */
    Optional<Subscription> locked(UUID id) {
        return find(id, " for update");
    }

    Optional<Subscription> find(UUID id) {
        return find(id, "");
    }

    void confirm(UUID id, Instant now) {
        jdbc.sql("update subscription set status = 'ACTIVE', confirmed_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update subscription set status = 'UNSUBSCRIBED', ended_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets whose they were; says how many. */
    int eraseAddresses(Instant endedBefore, Instant unconfirmedBefore, Instant now) {
        return jdbc.sql(
                        """
                        update subscription
                        set email = null, erased_at = :now, status = 'UNSUBSCRIBED', ended_at = coalesce(ended_at, :now)
                        where email is not null
                          and (status = 'UNSUBSCRIBED' and ended_at < :ended
                               or status = 'PENDING_CONFIRMATION' and requested_at < :unconfirmed)\
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ended", endedBefore.atOffset(ZoneOffset.UTC))
                .param("unconfirmed", unconfirmedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Subscription> find(UUID id, String lock) {
        return jdbc.sql("select locale, status from subscription where id = :id" + lock)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Subscription(
                                        id,
                                        MailLocale.valueOf(row.getString("locale")),
                                        SubscriptionStatus.valueOf(row.getString("status"))))
                .optional();
    }

    private record Wish(UUID subscription, Criteria criteria) {}
}
