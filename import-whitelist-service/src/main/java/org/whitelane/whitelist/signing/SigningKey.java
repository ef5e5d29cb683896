package org.whitelane.whitelist.signing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An officer's public key.
 *
 * @param id its thumbprint (RFC 7638)
 * @param credential whose it is, an opaque id
 * @param organisation for whom the officer signs
 * @param revocation null while it is good
 */
public record SigningKey(
        String id,
        Ed25519Key key,
        String credential,
        String organisation,
        Instant registeredAt,
        @Nullable Revocation revocation) {

    public record Revocation(Instant at, String reason, String by) {}

    public boolean isActive() {
        return revocation == null;
    }

    SigningKey revoked(Revocation why) {
        return new SigningKey(id, key, credential, organisation, registeredAt, why);
    }

    /** It changes once in its life. */
    public long version() {
        return isActive() ? 1 : 2;
    }
}
