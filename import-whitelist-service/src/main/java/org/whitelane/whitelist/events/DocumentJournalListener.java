package org.whitelane.whitelist.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.document.DocumentFact;

import java.util.Map;

/** Writes into the journal that bytes were deleted; it publishes nothing, as drafts do not. */
@Component
class DocumentJournalListener {

    private final Journal journal;

    DocumentJournalListener(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(DocumentFact.Pruned pruned) {
        journal.append(
                new InternalEvent(
                        "org.whitelane.whitelist.request-document-pruned.v1",
                        pruned.request().toString(),
                        Map.of(
                                "requestId", pruned.request().toString(),
                                "documentId", pruned.document().toString(),
                                "sha256", pruned.sha256())),
                PrivatePart.by(Officer.system().subject())
                        .because("let go on " + pruned.letGoOn())
                        .change(pruned, null));
    }
}
