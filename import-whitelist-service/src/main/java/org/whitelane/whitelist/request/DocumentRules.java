package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which documents a request has to come with. Where a scheme's sources do not list them, none is
 * asked for: nobody refuses by what is not known.
 */
final class DocumentRules {

    private DocumentRules() {}

    static List<Finding> against(WhitelistRequest request, PilotScheme scheme, Listed listed) {
        var required = scheme.admission().requiredDocuments();
        if (required == null || shortForm(scheme) && listed.unit()) {
            return List.of();
        }
        var content = request.content();
        var there = content.documents().stream().map(Document::type).collect(Collectors.toSet());
        return required.stream()
                .filter(document -> document.kinds().contains(content.kind()))
                .filter(document -> !there.contains(document.type()))
                .map(
                        document ->
                                new Finding(
                                        "/documents",
                                        "document-missing",
                                        "Should have a document %s (%s)."
                                                .formatted(document.type(), document.basis())))
                .toList();
    }

    /** A unit on the list hands in no more than its articles, where the scheme says so. */
    static boolean shortForm(PilotScheme scheme) {
        return Boolean.TRUE.equals(scheme.admission().repeatApplicantShortForm());
    }
}
