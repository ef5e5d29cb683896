package org.whitelane.notification.delivery;

import org.springframework.stereotype.Component;
import org.whitelane.notification.alert.Alerts;
import org.whitelane.notification.subscription.LinkTokens;
import org.whitelane.notification.subscription.Recipient;
import org.whitelane.notification.subscription.SubscriptionStatus;
import org.whitelane.notification.subscription.Subscriptions;

import java.time.Clock;
import java.util.Optional;

/**
 * Gathers what a mail is written from, at the last moment: to whom, about what, with which link.
 */
@Component
class Contents {

    private final Subscriptions subscriptions;
    private final LinkTokens tokens;
    private final Alerts alerts;
    private final Clock clock;

    Contents(Subscriptions subscriptions, LinkTokens tokens, Alerts alerts, Clock clock) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Empty when nobody wants the message any more. */
    Optional<Recipient> recipientOf(Claimed message) {
        var expected =
                switch (message.template()) {
                    case CONFIRMATION -> SubscriptionStatus.PENDING_CONFIRMATION;
                    case ALERT -> SubscriptionStatus.ACTIVE;
                };
        return subscriptions
                .recipient(message.subscriptionId())
                .filter(recipient -> recipient.status() == expected);
    }

    Begun fill(long attempt, Claimed message, Recipient recipient) {
        var subscription = recipient.subscriptionId();
        return switch (message.template()) {
            case CONFIRMATION ->
                    new Begun(
                            attempt,
                            message,
                            recipient,
                            tokens.confirming(subscription, clock.instant()),
                            new Begun.Confirmation());
            case ALERT ->
                    new Begun(
                            attempt,
                            message,
                            recipient,
                            tokens.unsubscribing(subscription),
                            new Begun.News(alerts.find(message.eventId()).orElseThrow()));
        };
    }
}
