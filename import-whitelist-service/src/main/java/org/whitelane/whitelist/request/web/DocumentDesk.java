package org.whitelane.whitelist.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.whitelane.chassis.idempotency.OnceStreamed;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Spool;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.document.Documents;
import org.whitelane.whitelist.request.AttachmentService;
import org.whitelane.whitelist.web.Edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;

/** Between the files that come and go and the use cases. */
@Component
class DocumentDesk {

    private final RequestDesk desk;
    private final AttachmentService service;
    private final UploadReader uploads;
    private final OnceStreamed once;
    private final Documents documents;

    DocumentDesk(
            RequestDesk desk,
            AttachmentService service,
            UploadReader uploads,
            OnceStreamed once,
            Documents documents) {
        this.desk = desk;
        this.service = service;
        this.uploads = uploads;
        this.once = once;
        this.documents = documents;
    }

    /** All of it is here, and looked at, before anything is locked. */
    ResponseEntity<?> attach(
            UUID id,
            @Nullable String type,
            Caller caller,
            HttpServletRequest request,
            IfMatch expected) {
        var said = uploads.said(type, request);
        try (var spool = Spool.of(request, uploads.limit())) {
            var document = uploads.document(said, spool);
            return once.answer(
                    request,
                    UploadReader.whole(document),
                    () -> attached(id, document, spool, caller, expected));
        }
    }

    private ResponseEntity<?> attached(
            UUID id, Document document, Spool spool, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        try (var bytes = spool.open()) {
            var outcome = service.attach(id, document, bytes, officer, expected);
            return ResponseEntity.created(
                            URI.create(
                                    "/api/v1/whitelist/requests/%s/documents/%s"
                                            .formatted(id, document.id())))
                    .body(desk.view(outcome, officer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RequestView detach(UUID id, UUID document, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        return desk.view(service.detach(id, document, officer, expected), officer);
    }

    void read(
            UUID id,
            UUID document,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var seen = desk.seen(id, caller);
        var found =
                seen.request().content().documents().stream()
                        .filter(d -> d.id().equals(document))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("Document " + document));
        if (new ServletWebRequest(request, response).checkNotModified(found.sha256())) {
            return;
        }
        if (!documents.holds(found)) {
            throw Problem.of(
                    HttpStatus.NOT_FOUND,
                    "document-pruned",
                    "The bytes of document %s were deleted some days after its draft was withdrawn."
                            .formatted(document));
        }
        var name =
                "%s-%s.%s"
                        .formatted(seen.request().number(), found.type(), found.kind().extension());
        response.setContentType(found.kind().mediaType());
        response.setContentLengthLong(found.size());
        response.setHeader(ContentDigest.HEADER, ContentDigest.field(found.sha256()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            documents.write(found, response.getOutputStream());
        }
    }
}
