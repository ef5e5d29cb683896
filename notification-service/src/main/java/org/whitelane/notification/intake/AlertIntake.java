package org.whitelane.notification.intake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.alert.Alerts;
import org.whitelane.notification.message.Messages;
import org.whitelane.notification.subscription.Subscriptions;

import java.util.LinkedHashSet;

/** Stores the alert and queues its messages, in the inbox's transaction: all of it or nothing. */
@Service
class AlertIntake {

    private final Alerts alerts;
    private final Subscriptions subscriptions;
    private final Messages messages;

    AlertIntake(Alerts alerts, Subscriptions subscriptions, Messages messages) {
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.messages = messages;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EventEnvelope<EventPayload> event) {
        AlertFactory.alertFor(event).ifPresent(this::take);
    }

    /**
     * An alert already known was matched when it came; matching again could reach later
     * subscribers. A correction goes to whoever wants such news, and to whoever was told what it
     * supersedes, whatever he wants now.
     */
    private void take(Alert alert) {
        if (alerts.add(alert)) {
            var to = new LinkedHashSet<>(subscriptions.wanting(alert));
            Alert.superseded(alert).map(messages::told).ifPresent(to::addAll);
            messages.queue(alert, to);
        }
    }
}
