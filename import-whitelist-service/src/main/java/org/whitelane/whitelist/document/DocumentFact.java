package org.whitelane.whitelist.document;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to documents while nobody sent anything. */
public sealed interface DocumentFact {

    /**
     * Its bytes were deleted; hash and size are kept.
     *
     * @param request that knew it
     */
    record Pruned(UUID document, UUID request, String sha256, long size, LocalDate letGoOn)
            implements DocumentFact {}
}
