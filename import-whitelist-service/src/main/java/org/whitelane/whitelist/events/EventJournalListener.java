package org.whitelane.whitelist.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.BatchFact;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.scheme.SchemeFact;

/** Hears what happened and writes it into the journal, in the same transaction. */
@Component
class EventJournalListener {

    private final Journal journal;

    EventJournalListener(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(SchemeFact fact) {
        switch (fact) {
            case SchemeFact.VersionActivated(var scheme) ->
                    journal.append(
                            SchemeEvents.activated(scheme),
                            PrivatePart.by(Officer.system().subject()));
            case SchemeFact.MemberBound bound ->
                    journal.append(SchemeEvents.bound(bound), PrivatePart.by(bound.by().subject()));
        }
    }

    @EventListener
    void on(RequestChanged change) {
        var why =
                PrivatePart.by(change.by().subject())
                        .because(change.fact().reason())
                        .change(change.before(), change.after());
        switch (RequestEvents.of(change)) {
            case Written.Published(var event) -> journal.append(event, why);
            case Written.Internal(var event) -> journal.append(event, why);
        }
    }

    @EventListener
    void on(BatchFact fact) {
        switch (fact) {
            case BatchFact.BatchPublished published ->
                    journal.append(
                            EntryEvents.published(published),
                            PrivatePart.by(published.by().subject())
                                    .change(null, published.batch()));
            case BatchFact.EntryActivated(var entry, var by) ->
                    journal.append(
                            EntryEvents.activated(entry),
                            PrivatePart.by(by.subject()).change(null, entry));
            case BatchFact.EntryQuestioned(var before, var entry, var question) ->
                    journal.append(
                            EntryEvents.questioned(entry, question),
                            PrivatePart.by(Officer.system().subject())
                                    .because(String.join("; ", question.reasons()))
                                    .change(before, entry));
            case BatchFact.EntryEligibleAgain(var before, var entry) ->
                    journal.append(
                            EntryEvents.eligibleAgain(entry),
                            PrivatePart.by(Officer.system().subject()).change(before, entry));
        }
    }
}
