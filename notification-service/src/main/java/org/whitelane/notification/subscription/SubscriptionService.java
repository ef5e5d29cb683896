package org.whitelane.notification.subscription;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Asking for, beginning and ending a subscription. */
@Service
public class SubscriptionService {

    private final Subscriptions subscriptions;
    private final LinkTokens tokens;
    private final SubscriptionSettings settings;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SubscriptionService(
            Subscriptions subscriptions,
            LinkTokens tokens,
            SubscriptionSettings settings,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.settings = settings;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Does the same for a known and an unknown address: a new pending subscription, and a mail to
     * its owner.
     */
    @Transactional
    public UUID request(EmailAddress address, MailLocale locale, Criteria criteria) {
        var now = clock.instant();
        int today = subscriptions.requestsSince(address, now.minus(Duration.ofDays(1)));
        var id = UUID.randomUUID();
        subscriptions.add(id, address, locale, criteria, now);
        if (today < settings.confirmationsPerDay()) {
            publisher.publishEvent(new SubscriptionRequested(id));
        }
        return id;
    }

    /** For the page behind a link: reads only. */
    @Transactional(readOnly = true)
    public LinkOutcome look(String token, Purpose purpose) {
        return tokens.subscriptionOf(token, purpose, clock.instant())
                .flatMap(subscriptions::find)
                .map(subscription -> offered(subscription, purpose))
                .orElseGet(LinkOutcome.Invalid::new);
    }

    @Transactional
    public LinkOutcome confirm(String token) {
        return tokens.subscriptionOf(token, Purpose.CONFIRM, clock.instant())
                .flatMap(subscriptions::locked)
                .map(this::confirmed)
                .orElseGet(LinkOutcome.Invalid::new);
    }

    @Transactional
    public LinkOutcome unsubscribe(String token, EndReason reason) {
        return tokens.subscriptionOf(token, Purpose.UNSUBSCRIBE, clock.instant())
                .flatMap(subscriptions::locked)
                .map(subscription -> ended(subscription, reason))
                .orElseGet(LinkOutcome.Invalid::new);
    }

    /** Nothing arrives there any more: joins the transaction that marked the last refusal. */
    @Transactional
    public void bounced(UUID subscription) {
        subscriptions.locked(subscription).ifPresent(s -> ended(s, EndReason.BOUNCED));
    }

    private static LinkOutcome offered(Subscription subscription, Purpose purpose) {
        var locale = subscription.locale();
        return switch (purpose) {
            case CONFIRM ->
                    switch (subscription.status()) {
                        case PENDING_CONFIRMATION -> new LinkOutcome.Offered(locale);
                        case ACTIVE -> new LinkOutcome.Done(locale);
                        case UNSUBSCRIBED -> new LinkOutcome.Invalid();
                    };
            case UNSUBSCRIBE ->
                    switch (subscription.status()) {
                        case PENDING_CONFIRMATION, ACTIVE -> new LinkOutcome.Offered(locale);
                        case UNSUBSCRIBED -> new LinkOutcome.Done(locale);
                    };
        };
    }

    private LinkOutcome confirmed(Subscription subscription) {
        var outcome = offered(subscription, Purpose.CONFIRM);
        if (!(outcome instanceof LinkOutcome.Offered(var locale))) {
            return outcome;
        }
        subscriptions.confirm(subscription.id(), clock.instant());
        publisher.publishEvent(new SubscriptionBegan(subscription.id(), locale));
        return new LinkOutcome.Done(locale);
    }

    private LinkOutcome ended(Subscription subscription, EndReason reason) {
        if (subscription.status() != SubscriptionStatus.UNSUBSCRIBED) {
            boolean wasActive = subscription.status() == SubscriptionStatus.ACTIVE;
            subscriptions.end(subscription.id(), clock.instant());
            publisher.publishEvent(new SubscriptionEnded(subscription.id(), reason, wasActive));
        }
        return new LinkOutcome.Done(subscription.locale());
    }
}
