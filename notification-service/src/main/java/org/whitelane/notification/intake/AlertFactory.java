package org.whitelane.notification.intake;

import org.whitelane.events.ApprovalEvent;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.NotificationEvent;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.notification.alert.Alert;

import java.util.Optional;

/**
 * Which events are mailed, and what of them may be said. A new event breaks the build here, where
 * one must decide.
 */
final class AlertFactory {

    private AlertFactory() {}

    static Optional<Alert> alertFor(EventEnvelope<? extends EventPayload> event) {
        return switch (event.data()) {
            case WhitelistEvent.BatchPublished batch -> Optional.of(batch(event, batch));
            case ApprovalEvent.IndRecorded ind -> Optional.of(ind(event, ind));
            case WhitelistEvent.SchemeVersionActivated _,
                    WhitelistEvent.RequestSubmitted _,
                    WhitelistEvent.RequestCorrectionRequested _,
                    WhitelistEvent.RequestAccepted _,
                    WhitelistEvent.RequestNotAccepted _,
                    WhitelistEvent.RequestRecommended _,
                    WhitelistEvent.JointReviewOpened _,
                    WhitelistEvent.OpinionGiven _,
                    WhitelistEvent.RequestRecognised _,
                    WhitelistEvent.RequestRejected _,
                    WhitelistEvent.RequestWithdrawn _,
                    WhitelistEvent.RequestPublished _,
                    WhitelistEvent.RequestEligibilityQuestioned _,
                    WhitelistEvent.EntryActivated _,
                    WhitelistEvent.EntryEligibilityQuestioned _ ->
                    Optional.empty();
            case RegistryEvent _, NotificationEvent _ -> Optional.empty();
        };
    }

    private static Alert batch(EventEnvelope<?> event, WhitelistEvent.BatchPublished batch) {
        return new Alert.BatchPublished(
                event.id(),
                event.time(),
                batch.scheme(),
                batch.schemeNameZh(),
                batch.schemeNameEn(),
                batch.number(),
                batch.decisionDocument(),
                batch.publishedOn(),
                batch.organisations(),
                batch.entries());
    }

    private static Alert ind(EventEnvelope<?> event, ApprovalEvent.IndRecorded ind) {
        var decidedOn = ind.decidedOn();
        return new Alert.IndRecorded(
                event.id(),
                event.time(),
                ind.registrationId(),
                ind.acceptanceNumber(),
                ind.noticeNumber(),
                ind.product().nameZh(),
                ind.product().nameEn(),
                ind.product().sponsor(),
                ind.decision(),
                ind.product().indications(),
                decidedOn == null ? null : decidedOn.value());
    }
}
