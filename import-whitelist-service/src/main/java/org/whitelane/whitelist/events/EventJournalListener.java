package org.whitelane.whitelist.events;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.whitelist.batch.BatchFact;
import org.whitelane.whitelist.declaration.DeclarationChanged;
import org.whitelane.whitelist.desk.DeskFact;
import org.whitelane.whitelist.entry.EntryFact;
import org.whitelane.whitelist.receipt.IssuerKeyFact;
import org.whitelane.whitelist.receipt.ReceiptFact;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.scheme.SchemeFact;
import org.whitelane.whitelist.signing.KeyFact;

import java.util.Map;

/** Hears what happened and writes it into the journal, in the same transaction. */
@Component
class EventJournalListener {

    private final Journal journal;
    private final TakenBack takenBack;

    EventJournalListener(Journal journal, TakenBack takenBack) {
        this.journal = journal;
        this.takenBack = takenBack;
    }

    @EventListener
    void on(SchemeFact fact) {
        switch (fact) {
            case SchemeFact.VersionActivated(var scheme, var by) ->
                    journal.append(SchemeEvents.activated(scheme), PrivatePart.by(by.subject()));
            case SchemeFact.Closed(var closing, var by) ->
                    journal.append(SchemeEvents.closed(closing), PrivatePart.by(by.subject()));
            case SchemeFact.MemberBound bound ->
                    journal.append(SchemeEvents.bound(bound), PrivatePart.by(bound.by().subject()));
        }
    }

    @EventListener
    void on(DeskFact fact) {
        journal.append(
                DeskEvents.of(fact),
                PrivatePart.by(fact.by().subject())
                        .because(fact.reason())
                        .change(fact.work(), fact.after()));
    }

    @EventListener
    void on(RequestChanged change) {
        var why =
                PrivatePart.by(change.by().subject())
                        .because(change.fact().reason())
                        .change(change.before(), ActedOn.by(change));
        append(RequestEvents.of(change), why);
    }

    @EventListener
    void on(BatchFact fact) {
        switch (fact) {
            case BatchFact.Moved moved ->
                    journal.append(
                            BatchEvents.moved(moved),
                            PrivatePart.by(moved.by().subject())
                                    .because(moved.room().steps().getLast().reason())
                                    .change(null, BatchEvents.after(moved.room())));
            case BatchFact.BatchPublished published ->
                    journal.append(
                            BatchEvents.published(published),
                            PrivatePart.by(published.by().subject())
                                    .change(null, published.batch()));
        }
    }

    @EventListener
    void on(KeyFact fact) {
        var key = fact.key();
        var revocation = key.revocation();
        journal.append(
                BatchEvents.key(fact),
                PrivatePart.by(fact.by().subject())
                        .because(revocation == null ? null : revocation.reason())
                        .change(null, Map.of("credential", key.credential())));
    }

    /** First of its listeners: what follows from the end of an entry is told after it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(EntryFact fact) {
        append(EntryEvents.of(fact), EntryEvents.why(fact));
    }

    @EventListener
    void on(DeclarationChanged change) {
        append(
                DeclarationEvents.of(change),
                PrivatePart.by(change.by().subject())
                        .because(change.after().reason())
                        .change(change.before(), change.after()));
    }

    @EventListener
    void on(ReceiptFact fact) {
        journal.append(ReceiptEvents.issued(fact), PrivatePart.by(fact.by().subject()));
    }

    @EventListener
    void on(IssuerKeyFact fact) {
        journal.append(
                ReceiptEvents.key(fact),
                PrivatePart.by(fact.by().subject()).because(fact.reason()));
    }

    private void append(Written written, PrivatePart why) {
        switch (written) {
            case Written.Published(var event) -> journal.append(takenBack.in(event), why);
            case Written.Internal(var event) -> journal.append(event, why);
        }
    }
}
