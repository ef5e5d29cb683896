package org.whitelane.events;

import static org.whitelane.events.Audience.PUBLIC;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What happened to a batch. Aggregate id = batch id. */
public sealed interface BatchEvent extends WhitelistEvent {

    /**
     * Small on purpose: ids and counts here, one {@link EntryActivated} per entry.
     *
     * @param entriesDigest SHA-256, hexadecimal, over the entry ids in order, each followed by a
     *     line feed
     * @param freezeRound how often the batch was frozen before it was signed
     * @param contentDigest SHA-256, hexadecimal, over the frozen content in canonical JSON (RFC
     *     8785): what the agencies signed
     * @param signatures one per agency that must sign; with their public keys, so that they can be
     *     checked from this event alone
     * @param changes what the batch did to the list before it
     * @param units how many it gave a place in the directory
     * @param replacedScheme code of the scheme whose units it takes over into the directory; such a
     *     batch is signed by nobody. Absent of any other
     */
    @EventType(
            value = "org.whitelane.whitelist.batch-published.v1",
            topic = Topic.BATCH,
            mail = true)
    record BatchPublished(
            @For(PUBLIC) String batchId,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String schemeNameZh,
            @For(PUBLIC) String schemeNameEn,
            @For(PUBLIC) int number,
            @For(PUBLIC) String decisionDocument,
            @For(PUBLIC) String publishedOn,
            @For(PUBLIC) int organisations,
            @For(PUBLIC) int entries,
            @For(PUBLIC) List<String> entryIds,
            @For(PUBLIC) String entriesDigest,
            @For(PUBLIC) @Nullable Integer freezeRound,
            @For(PUBLIC) @Nullable String contentDigest,
            @For(PUBLIC) @Nullable List<Signature> signatures,
            @For(PUBLIC) @Nullable Changes changes,
            @For(PUBLIC) @Nullable Integer units,
            @For(PUBLIC) @Nullable String replacedScheme)
            implements BatchEvent {
        @Override
        public String subject() {
            return batchId;
        }
    }

    /**
     * @param keyId JWK thumbprint (RFC 7638) of the public key, the kid of the JWS
     * @param publicKey x of the Ed25519 key (RFC 8037)
     * @param statement what was signed: canonical JSON that names scheme, batch, content digest,
     *     agency and day
     * @param jws detached (RFC 7515 Appendix F), over the statement's UTF-8 bytes
     */
    record Signature(
            @For(PUBLIC) String agencyRole,
            @For(PUBLIC) String organisationId,
            @For(PUBLIC) String keyId,
            @For(PUBLIC) String publicKey,
            @For(PUBLIC) String statement,
            @For(PUBLIC) String jws) {}

    /**
     * @param added how many entries are new: those of the batch that were not changed
     */
    record Changes(
            @For(PUBLIC) int added,
            @For(PUBLIC) List<String> changedEntryIds,
            @For(PUBLIC) List<String> removedEntryIds) {}
}
