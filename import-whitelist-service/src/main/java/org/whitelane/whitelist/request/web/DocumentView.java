package org.whitelane.whitelist.request.web;

import org.whitelane.whitelist.document.Document;

import java.util.UUID;

/**
 * What is known of a document; its bytes are a resource of their own.
 *
 * @param type what it is in the procedure
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 */
record DocumentView(UUID id, String type, String mediaType, long size, String sha256) {

    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                document.type(),
                document.kind().mediaType(),
                document.size(),
                document.sha256());
    }
}
