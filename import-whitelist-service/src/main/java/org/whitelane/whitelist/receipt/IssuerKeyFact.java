package org.whitelane.whitelist.receipt;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;

/** What happened to the keys that the service signs with. */
public sealed interface IssuerKeyFact {

    String reason();

    Officer by();

    /**
     * @param before id of the key that signed until now; null for the very first
     * @param after id of the key that signs from now on
     * @param publicKey its public half
     * @param compromised nothing that the old one signed counts any more
     */
    record Rotated(
            @Nullable String before,
            String after,
            String publicKey,
            boolean compromised,
            String reason,
            Officer by)
            implements IssuerKeyFact {}

    /**
     * @param changed false where it lay under the file's first key already
     * @param fingerprint of the key that wraps now: the first 8 bytes of its SHA-256
     */
    record Rewrapped(boolean changed, String fingerprint, String reason, Officer by)
            implements IssuerKeyFact {}
}
