package org.whitelane.notification.delivery;

import io.github.resilience4j.core.IntervalFunction;

import org.springframework.stereotype.Component;
import org.whitelane.notification.message.Template;
import org.whitelane.notification.subscription.SubscriptionService;

import java.time.Clock;
import java.time.Duration;

/** Writes down how attempts ended, and draws the consequences. In the caller's transaction. */
@Component
class Marks {

    private static final Duration LONGEST_DEFERRAL = Duration.ofHours(4);

    private final Attempts attempts;
    private final SubscriptionService subscriptions;
    private final DeliverySettings settings;
    private final Clock clock;

    Marks(
            Attempts attempts,
            SubscriptionService subscriptions,
            DeliverySettings settings,
            Clock clock) {
        this.attempts = attempts;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.clock = clock;
    }

    void mark(Finished finished) {
        var result = judged(finished);
        var message = finished.message();
        attempts.finish(finished.with(result), wait(message.deferrals()), clock.instant());
        if (result instanceof DeliveryResult.Refused && message.template() == Template.ALERT) {
            endIfHopeless(message);
        }
    }

    /** What a server puts off day after day, it will not take. */
    private DeliveryResult judged(Finished finished) {
        var patienceEnds = finished.message().queuedAt().plus(settings.giveUpAfter());
        return finished.result() instanceof DeliveryResult.Deferred(var code)
                        && clock.instant().isAfter(patienceEnds)
                ? new DeliveryResult.Refused("given up: " + code)
                : finished.result();
    }

    private void endIfHopeless(Claimed message) {
        var subscription = message.subscriptionId();
        if (attempts.daysOfRefusals(subscription) >= settings.refusalsBeforeEnd()) {
            subscriptions.bounced(subscription);
        }
    }

    private Duration wait(int deferrals) {
        var interval =
                IntervalFunction.ofExponentialRandomBackoff(
                        settings.deferral(), 2.0, 0.5, LONGEST_DEFERRAL);
        return Duration.ofMillis(interval.apply(deferrals + 1));
    }
}
