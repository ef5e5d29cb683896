package org.whitelane.notification.subscription;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens for the links in mails: 256 random bits, made when the mail is sent, kept only as a hash.
 * A repeated sending makes a new one; the older stay good, since nobody knows which mail arrived.
 */
@Repository
public class LinkTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final SubscriptionSettings settings;

    LinkTokens(JdbcClient jdbc, SubscriptionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** For one mail: works until the settings' time has passed. */
    public String confirming(UUID subscription, Instant now) {
        return issue(subscription, Purpose.CONFIRM, now.plus(settings.confirmationValid()));
    }

    /** For one mail: works for ever. */
    public String unsubscribing(UUID subscription) {
        return issue(subscription, Purpose.UNSUBSCRIBE, null);
    }

    Optional<UUID> subscriptionOf(String token, Purpose purpose, Instant now) {
        return jdbc.sql(
                        """
                        select subscription_id from link_token
                        where hash = :hash and purpose = :purpose and (expires_at is null or expires_at > :now)\
                        """)
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    int sweep(Instant now) {
        return jdbc.sql("delete from link_token where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private String issue(UUID subscription, Purpose purpose, @Nullable Instant expires) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = BASE64.encodeToString(bytes);
        jdbc.sql("insert into link_token values (:hash, :purpose, :subscription, :expires)")
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("subscription", subscription)
                .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
