package org.whitelane.notification.subscription;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param confirmationValid how long a confirmation link works
 * @param confirmationsPerDay confirmation mails one address gets in 24 hours; further requests are
 *     answered alike and stay silent, so that nobody can flood a stranger's inbox through us
 * @param eraseAfter how long after its end a subscription keeps its address
 * @param eraseUnconfirmedAfter how long an unconfirmed request keeps its address
 */
@ConfigurationProperties("whitelane.notification.subscription")
public record SubscriptionSettings(
        @DefaultValue("72h") Duration confirmationValid,
        @DefaultValue("5") int confirmationsPerDay,
        @DefaultValue("30d") Duration eraseAfter,
        @DefaultValue("7d") Duration eraseUnconfirmedAfter) {}
