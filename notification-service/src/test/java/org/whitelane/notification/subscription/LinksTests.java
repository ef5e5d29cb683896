package org.whitelane.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.notification.support.NotificationTest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What a link may do, and for how long, on a real database. */
@NotificationTest
class LinksTests {

    private static final LinkOutcome CONFIRMED = new LinkOutcome.Done(MailLocale.EN);
    private static final LinkOutcome ENDED = new LinkOutcome.Done(MailLocale.EN);
    private static final LinkOutcome INVALID = new LinkOutcome.Invalid();

    @Autowired SubscriptionService service;
    @Autowired Subscriptions subscriptions;
    @Autowired LinkTokens tokens;
    @Autowired RetentionJob retention;
    @Autowired JdbcClient jdbc;

    private final EmailAddress address = EmailAddress.parse(UUID.randomUUID() + "@links.example");
    private UUID id = UUID.randomUUID();

    @BeforeEach
    void request() {
        id = service.request(address, MailLocale.EN, new Criteria.All(List.of()));
    }

    @Test
    void confirmsOnceAndSaysSoAgain() {
        var token = tokens.confirming(id, Instant.now());
        assertThat(service.look(token, Purpose.CONFIRM))
                .isEqualTo(new LinkOutcome.Offered(MailLocale.EN));
        assertThat(status()).isEqualTo(SubscriptionStatus.PENDING_CONFIRMATION);
        assertThat(service.confirm(token)).isEqualTo(CONFIRMED);
        var confirmedAt = confirmedAt();
        assertThat(service.confirm(token)).isEqualTo(CONFIRMED);
        assertThat(confirmedAt()).isEqualTo(confirmedAt);
    }

    @Test
    void confirmsNothingWhenItIsTooOld() {
        var token = tokens.confirming(id, Instant.now().minus(Duration.ofHours(72)));
        assertThat(service.look(token, Purpose.CONFIRM)).isEqualTo(INVALID);
        assertThat(service.confirm(token)).isEqualTo(INVALID);
        assertThat(status()).isEqualTo(SubscriptionStatus.PENDING_CONFIRMATION);
    }

    @Test
    void serveOnePurposeOnly() {
        var confirming = tokens.confirming(id, Instant.now());
        var unsubscribing = tokens.unsubscribing(id);
        assertThat(service.confirm(unsubscribing)).isEqualTo(INVALID);
        assertThat(service.unsubscribe(confirming, EndReason.PAGE)).isEqualTo(INVALID);
        assertThat(service.confirm(confirming + "x")).isEqualTo(INVALID);
        assertThat(service.confirm("")).isEqualTo(INVALID);
        assertThat(status()).isEqualTo(SubscriptionStatus.PENDING_CONFIRMATION);
    }

    @Test
    void doNotReviveWhatHasEnded() {
        var confirming = tokens.confirming(id, Instant.now());
        var unsubscribing = tokens.unsubscribing(id);
        assertThat(service.confirm(confirming)).isEqualTo(CONFIRMED);
        assertThat(service.unsubscribe(unsubscribing, EndReason.ONE_CLICK)).isEqualTo(ENDED);
        assertThat(service.unsubscribe(unsubscribing, EndReason.ONE_CLICK)).isEqualTo(ENDED);
        assertThat(service.confirm(confirming)).isEqualTo(INVALID);
        assertThat(status()).isEqualTo(SubscriptionStatus.UNSUBSCRIBED);
    }

    @Test
    void areKeptOnlyAsHashes() {
        var token = tokens.unsubscribing(id);
        assertThat(token).hasSize(43).isNotEqualTo(tokens.unsubscribing(id));
        var kept =
                jdbc.sql("select hash from link_token where subscription_id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).hasSize(32))
                .doesNotContain(token.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void areMailedToOneAddressOnlySoOftenADay() {
        for (int n = 1; n < 8; n++) {
            service.request(
                    new EmailAddress(address.value()), MailLocale.EN, new Criteria.All(List.of()));
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from message m join subscription s on s.id = m.subscription_id
                                        where s.email = :email\
                                        """)
                                .param("email", address.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
    }

    @Test
    void outliveTheAddress() {
        var token = tokens.unsubscribing(id);
        service.unsubscribe(token, EndReason.PAGE);
        retention.run();
        assertThat(subscriptions.recipient(id)).isPresent();
        jdbc.sql("update subscription set ended_at = now() - interval '31 days' where id = :id")
                .param("id", id)
                .update();
        retention.run();
        assertThat(subscriptions.recipient(id)).isEmpty();
        assertThat(service.unsubscribe(token, EndReason.PAGE)).isEqualTo(ENDED);
    }

    @Test
    void areForgottenWithTheAddressThatNeverConfirmed() {
        jdbc.sql("update subscription set requested_at = now() - interval '8 days' where id = :id")
                .param("id", id)
                .update();
        var token = tokens.confirming(id, Instant.now().minus(Duration.ofDays(8)));
        retention.run();
        assertThat(subscriptions.recipient(id)).isEmpty();
        assertThat(service.confirm(token)).isEqualTo(INVALID);
        assertThat(
                        jdbc.sql("select count(*) from link_token where expires_at < now()")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private SubscriptionStatus status() {
        return subscriptions.find(id).orElseThrow().status();
    }

    private Instant confirmedAt() {
        return jdbc.sql("select confirmed_at from subscription where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
