package org.whitelane.whitelist.request;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.document.Documents;

/** With a draft that is withdrawn its documents are let go: no agency has seen them. */
@Component
class DocumentWatch {

    private final Documents documents;

    DocumentWatch(Documents documents) {
        this.documents = documents;
    }

    @EventListener
    void on(RequestChanged change) {
        var request = change.after();
        if (change.fact() instanceof RequestFact.Withdrawn && !request.wasSubmitted()) {
            documents.letGo(request.content().documents().stream().map(Document::id).toList());
        }
    }
}
