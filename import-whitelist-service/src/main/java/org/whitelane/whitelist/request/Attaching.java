package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.document.Document;

import java.util.UUID;
import java.util.stream.Stream;

/** Documents come to a request while its applicant writes it, and go only from a draft. */
record Attaching(WhitelistRequest request) {

    Outcome attach(Document document, int most) {
        var there = request.content().documents();
        var twin =
                there.stream()
                        .filter(
                                d ->
                                        d.type().equals(document.type())
                                                && d.sha256().equals(document.sha256()))
                        .findFirst();
        if (twin.isPresent()) {
            return refused(
                    Refusal.DOCUMENT_TWICE,
                    "The request has this very %s as document %s."
                            .formatted(document.type(), twin.get().id()));
        }
        if (there.size() >= most) {
            return refused(
                    Refusal.TOO_MANY_DOCUMENTS,
                    "The request has %d documents; more are not taken.".formatted(there.size()));
        }
        var all = Stream.concat(there.stream(), Stream.of(document)).toList();
        return accepted(
                request.withContent(request.content().with(all)),
                new RequestFact.Attached(document));
    }

    Outcome detach(UUID id) {
        var there = request.content().documents();
        return there.stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .<Outcome>map(
                        document ->
                                accepted(
                                        request.withContent(
                                                request.content()
                                                        .with(
                                                                there.stream()
                                                                        .filter(d -> d != document)
                                                                        .toList())),
                                        new RequestFact.Detached(document)))
                .orElseGet(
                        () ->
                                refused(
                                        Refusal.NOT_FOUND,
                                        "Document %s was not found.".formatted(id)));
    }
}
