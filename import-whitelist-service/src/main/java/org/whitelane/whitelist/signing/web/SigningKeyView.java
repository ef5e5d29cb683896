package org.whitelane.whitelist.signing.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.signing.SigningKey;

import java.time.Instant;

/**
 * A key as everybody may see it: whose agency's, and since and until when. Not whose officer's.
 *
 * @param id thumbprint (RFC 7638), the kid of what it signs
 * @param revokedAt null while it is good; what it signed before stays verifiable
 */
record SigningKeyView(
        String id,
        String organisation,
        Jwk jwk,
        Instant registeredAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason,
        long version)
        implements Versioned {

    record Jwk(String kty, String crv, String x) {}

    static SigningKeyView of(SigningKey key) {
        var revocation = key.revocation();
        return new SigningKeyView(
                key.id(),
                key.organisation(),
                new Jwk("OKP", "Ed25519", key.key().x()),
                key.registeredAt(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason(),
                key.version());
    }
}
