package org.whitelane.notification.intake;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.ApprovalEvent;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.BanEvent;
import org.whitelane.events.BatchEvent;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.DeclarationEvent;
import org.whitelane.events.EntryEvent;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.events.NotificationEvent;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.RequestEvent;
import org.whitelane.events.SchemeEvent;
import org.whitelane.events.UnitEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.notification.alert.Alert;

import java.util.Optional;
import java.util.UUID;

/**
 * Which events are mailed, and what of them may be said. A new event breaks the build here, where
 * one must decide.
 */
final class AlertFactory {

    private AlertFactory() {}

    /** Of the event with nothing in it but what everybody may see: mail goes to anybody. */
    static Optional<Alert> alertFor(EventEnvelope<? extends EventPayload> event) {
        return EventTypes.isMailed(event.data().getClass())
                ? Audiences.masked(event.data(), Audience.PUBLIC)
                        .flatMap(seen -> alertFor(event, seen))
                : Optional.empty();
    }

    private static Optional<Alert> alertFor(EventEnvelope<?> event, EventPayload seen) {
        return switch (seen) {
            case BatchEvent.BatchPublished batch -> Optional.of(batch(event, batch));
            case ApprovalEvent.IndRecorded ind -> Optional.of(ind(event, ind));
            case ApprovalEvent.IndCorrected ind -> Optional.of(corrected(event, ind));
            case ApprovalEvent.IndRevoked ind -> Optional.of(revoked(event, ind));
            case SchemeEvent.SchemeVersionActivated _,
                    SchemeEvent.SchemeClosed _,
                    RequestEvent.RequestSubmitted _,
                    RequestEvent.UnitRequestSubmitted _,
                    RequestEvent.RequestCorrectionRequested _,
                    RequestEvent.RequestAccepted _,
                    RequestEvent.RequestNotAccepted _,
                    RequestEvent.RequestRecommended _,
                    RequestEvent.JointReviewOpened _,
                    RequestEvent.OpinionGiven _,
                    RequestEvent.RequestRecognised _,
                    RequestEvent.RequestRejected _,
                    RequestEvent.RequestLapsed _,
                    RequestEvent.RequestWithdrawn _,
                    RequestEvent.RequestPublished _,
                    RequestEvent.AreaAssessmentOpened _,
                    RequestEvent.RequestDeemedAccepted _,
                    RequestEvent.SupplementRequested _,
                    RequestEvent.JointReviewResumed _,
                    RequestEvent.UnitReviewResumed _,
                    RequestEvent.DecisionExtended _,
                    RequestEvent.DeadlineApproaching _,
                    RequestEvent.DeadlineMissed _,
                    RequestEvent.DueDateChanged _,
                    RequestEvent.RequestEligibilityQuestioned _,
                    EntryEvent.EntryActivated _,
                    EntryEvent.EntryEligibilityQuestioned _,
                    EntryEvent.EntryChanged _,
                    EntryEvent.EntryRenewed _,
                    EntryEvent.QuotaReserved _,
                    EntryEvent.QuotaReleased _,
                    EntryEvent.QuotaUsed _,
                    EntryEvent.EntryQuotaLow _,
                    EntryEvent.EntryExhausted _,
                    EntryEvent.EntryExpiring _,
                    EntryEvent.EntryExpired _,
                    EntryEvent.EntrySuspended _,
                    EntryEvent.EntryLifted _,
                    EntryEvent.EntryRevoked _,
                    EntryEvent.EntryRemoved _,
                    DeclarationEvent _,
                    UnitEvent _,
                    BanEvent _,
                    WhitelistEvent.CheckpointTaken _ ->
                    Optional.empty();
            case RegistryEvent _, NotificationEvent _, ApprovalEvent.CheckpointTaken _ ->
                    Optional.empty();
        };
    }

    private static Alert batch(EventEnvelope<?> event, BatchEvent.BatchPublished batch) {
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

    private static Alert.IndRecorded ind(EventEnvelope<?> event, ApprovalEvent.IndRecorded ind) {
        return new Alert.IndRecorded(
                event.id(),
                event.time(),
                ind.registrationId(),
                ind.acceptanceNumber(),
                ind.noticeNumber(),
                ind.product().nameZh(),
                ind.product().nameEn(),
                ind.product().strength(),
                ind.product().registrationClass(),
                ind.product().modality(),
                ind.product().cellOrGeneTherapy(),
                ind.product().sponsor(),
                ind.decision(),
                ind.product().indications(),
                value(ind.acceptedOn()),
                value(ind.decidedOn()),
                value(ind.announcedOn()));
    }

    private static @Nullable String value(ApprovalEvent.@Nullable PartialDate date) {
        return date == null ? null : date.value();
    }

    private static Alert corrected(EventEnvelope<?> event, ApprovalEvent.IndCorrected ind) {
        var now =
                new ApprovalEvent.IndRecorded(
                        ind.registrationId(),
                        ind.acceptanceNumber(),
                        ind.noticeNumber(),
                        ind.product(),
                        ind.decision(),
                        ind.acceptedOn(),
                        ind.decidedOn(),
                        ind.announcedOn());
        return new Alert.IndCorrected(
                event.id(),
                event.time(),
                old(ind.supersedes()),
                ind(event, now),
                ind.reason(),
                ind.source());
    }

    private static Alert revoked(EventEnvelope<?> event, ApprovalEvent.IndRevoked ind) {
        var revokedOn = ind.revokedOn();
        return new Alert.IndRevoked(
                event.id(),
                event.time(),
                old(ind.supersedes()),
                ind.registrationId(),
                ind.acceptanceNumber(),
                ind.noticeNumber(),
                ind.reason(),
                ind.source(),
                revokedOn == null ? null : revokedOn.value());
    }

    private static UUID old(Supersedes supersedes) {
        return UUID.fromString(supersedes.eventId());
    }
}
