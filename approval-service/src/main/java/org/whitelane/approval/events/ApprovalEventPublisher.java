package org.whitelane.approval.events;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.approval.ind.IndRecorded;
import org.whitelane.approval.ind.Product;
import org.whitelane.approval.ind.SourcedDate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.ApprovalEvent;

/**
 * Called in the transaction of the change: the register and the journal say the same or nothing.
 */
@Component
class ApprovalEventPublisher {

    private final Journal journal;

    ApprovalEventPublisher(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(IndRecorded recorded) {
        var facts = recorded.ind().facts();
        var notice = facts.noticeNumber();
        journal.append(
                new ApprovalEvent.IndRecorded(
                        recorded.ind().id().toString(),
                        facts.acceptanceNumber().value(),
                        notice == null ? null : notice.value(),
                        product(facts.product()),
                        facts.decision().name(),
                        date(facts.acceptedOn()),
                        date(facts.decidedOn()),
                        date(facts.announcedOn())),
                PrivatePart.by(recorded.recordedBy()));
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
