package org.whitelane.notification.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.NotificationEvent.SubscriptionCancelled;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;
import org.whitelane.notification.subscription.EndReason;
import org.whitelane.notification.subscription.SubscriptionBegan;
import org.whitelane.notification.subscription.SubscriptionEnded;

/** In the transaction of the change: state and event are saved together or not at all. */
@Component
class SubscriptionEventPublisher {

    /** Whoever held the link; we know no more of a subscriber, and want to know no more. */
    private static final PrivatePart BY_THE_SUBSCRIBER = PrivatePart.by("subscriber");

    private static final PrivatePart BY_OURSELVES = PrivatePart.by("notification");

    private final Journal journal;

    SubscriptionEventPublisher(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(SubscriptionBegan event) {
        journal.append(
                new SubscriptionConfirmed(event.subscriptionId().toString(), event.locale().tag()),
                BY_THE_SUBSCRIBER);
    }

    /** One that was never active began for nobody, so it ends for nobody. */
    @EventListener
    void on(SubscriptionEnded event) {
        if (event.wasActive()) {
            journal.append(
                    new SubscriptionCancelled(
                            event.subscriptionId().toString(), event.reason().name()),
                    by(event.reason()));
        }
    }

    private static PrivatePart by(EndReason reason) {
        return switch (reason) {
            case ONE_CLICK, PAGE -> BY_THE_SUBSCRIBER;
            case BOUNCED -> BY_OURSELVES;
        };
    }
}
