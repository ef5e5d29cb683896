package org.whitelane.whitelist.request;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.document.DocumentSettings;
import org.whitelane.whitelist.document.Documents;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;

/** A document's bytes come with the request's knowledge of it, and some days after it they go. */
@Service
public class AttachmentService {

    private final RequestService requests;
    private final Documents documents;
    private final DocumentSettings settings;

    AttachmentService(RequestService requests, Documents documents, DocumentSettings settings) {
        this.requests = requests;
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * @param bytes as many as the document says
     */
    @Transactional
    public Outcome attach(
            UUID request,
            Document document,
            InputStream bytes,
            Officer officer,
            LongPredicate expected) {
        var command = new RequestCommand.Attach(document, settings.perRequest());
        var outcome = requests.decide(request, command, officer, expected);
        if (outcome instanceof Outcome.Accepted) {
            documents.add(request, document, bytes);
        }
        return outcome;
    }

    @Transactional
    public Outcome detach(UUID request, UUID document, Officer officer, LongPredicate expected) {
        var command = new RequestCommand.Detach(document);
        var outcome = requests.decide(request, command, officer, expected);
        if (outcome instanceof Outcome.Accepted) {
            documents.letGo(List.of(document));
        }
        return outcome;
    }
}
