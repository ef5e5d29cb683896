package org.whitelane.approval.events;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.approval.ind.Amendment;
import org.whitelane.approval.ind.Ind;
import org.whitelane.approval.ind.IndAmended;
import org.whitelane.approval.ind.IndFacts;
import org.whitelane.approval.ind.IndRecorded;
import org.whitelane.approval.ind.Product;
import org.whitelane.approval.ind.SourcedDate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.ApprovalEvent;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventPayload;

import java.util.List;

/**
 * Called in the transaction of the change: the register and the journal say the same or nothing.
 */
@Component
class ApprovalEventPublisher {

    /** What says how an approval stands. */
    private static final List<Class<? extends EventPayload>> STATEMENTS =
            List.of(ApprovalEvent.IndRecorded.class, ApprovalEvent.IndCorrected.class);

    private final Journal journal;

    ApprovalEventPublisher(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(IndRecorded recorded) {
        var facts = recorded.ind().facts();
        journal.append(
                new ApprovalEvent.IndRecorded(
                        recorded.ind().id().toString(),
                        facts.acceptanceNumber().value(),
                        notice(facts),
                        product(facts.product()),
                        facts.decision().name(),
                        date(facts.acceptedOn()),
                        date(facts.decidedOn()),
                        date(facts.announcedOn())),
                PrivatePart.by(recorded.recordedBy()));
    }

    @EventListener
    void on(IndAmended amended) {
        var ind = amended.ind();
        var supersedes =
                journal.lastStatement(ind.id().toString(), STATEMENTS)
                        .orElseThrow(() -> new IllegalStateException("never stated: " + ind.id()));
        var amendment = ind.amendments().getLast();
        journal.append(
                switch (amendment.kind()) {
                    case CORRECTION -> corrected(ind, amendment, supersedes);
                    case REVOCATION -> revoked(ind, amendment, supersedes);
                },
                PrivatePart.by(amended.amendedBy())
                        .because(amendment.reason())
                        .change(amended.before().facts(), ind.facts()));
    }

    private static ApprovalEvent corrected(Ind ind, Amendment amendment, Supersedes supersedes) {
        var facts = ind.facts();
        return new ApprovalEvent.IndCorrected(
                ind.id().toString(),
                facts.acceptanceNumber().value(),
                notice(facts),
                product(facts.product()),
                facts.decision().name(),
                date(facts.acceptedOn()),
                date(facts.decidedOn()),
                date(facts.announcedOn()),
                amendment.reason(),
                amendment.source(),
                supersedes);
    }

    private static ApprovalEvent revoked(Ind ind, Amendment amendment, Supersedes supersedes) {
        return new ApprovalEvent.IndRevoked(
                ind.id().toString(),
                ind.facts().acceptanceNumber().value(),
                notice(ind.facts()),
                amendment.reason(),
                amendment.source(),
                date(amendment.revokedOn()),
                supersedes);
    }

    private static @Nullable String notice(IndFacts facts) {
        var notice = facts.noticeNumber();
        return notice == null ? null : notice.value();
    }

    private static ApprovalEvent.Product product(Product product) {
        return new ApprovalEvent.Product(
                product.nameZh(),
                product.nameEn(),
                product.strength(),
                product.sponsor(),
                product.modality().name(),
                product.registrationClass(),
                product.cellOrGeneTherapy(),
                product.indications());
    }

    private static ApprovalEvent.@Nullable PartialDate date(@Nullable SourcedDate date) {
        return date == null
                ? null
                : new ApprovalEvent.PartialDate(date.value().toString(), date.source());
    }
}
