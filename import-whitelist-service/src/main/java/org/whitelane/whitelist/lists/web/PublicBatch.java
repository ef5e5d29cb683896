package org.whitelane.whitelist.lists.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.batch.BatchSignature;
import org.whitelane.whitelist.batch.PublishedBatches.Published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A published batch for everybody.
 *
 * @param units how many it gave a place in the directory
 * @param replacedScheme code of the scheme whose units it takes over into the directory: then
 *     nobody signed it, since what replaced the scheme decided it. Absent of any other batch
 * @param contentDigest what the agencies signed: SHA-256 of the frozen content, hexadecimal; absent
 *     of a batch older than signatures
 * @param round how often the content was frozen
 */
record PublicBatch(
        UUID id,
        String scheme,
        int number,
        String decisionDocument,
        LocalDate publishedOn,
        Changes changes,
        int units,
        @Nullable String replacedScheme,
        int round,
        @Nullable String contentDigest,
        List<Signature> signatures) {

    /** How many entries of the list. */
    record Changes(int added, int changed, int removed) {}

    /**
     * @param publicKey x of the Ed25519 key
     * @param statement what was signed
     * @param jws detached, over the statement
     */
    record Signature(
            String agencyRole, String keyId, String publicKey, String statement, String jws) {

        static Signature of(BatchSignature signature) {
            return new Signature(
                    signature.agencyRole(),
                    signature.keyId(),
                    signature.publicKey(),
                    signature.statement(),
                    signature.jws());
        }
    }

    static PublicBatch of(Published batch) {
        var changes = batch.changes();
        return new PublicBatch(
                batch.id(),
                batch.scheme(),
                batch.number(),
                batch.decisionDocument(),
                batch.publishedOn(),
                new Changes(changes.added(), changes.changed(), changes.removed()),
                batch.units(),
                batch.replaced(),
                batch.round(),
                batch.contentDigest(),
                batch.signatures().stream().map(Signature::of).toList());
    }
}
