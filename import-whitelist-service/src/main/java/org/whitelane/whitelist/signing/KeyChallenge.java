package org.whitelane.whitelist.signing;

import org.whitelane.whitelist.core.CanonicalJson;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an officer signs to show that the private key is theirs; good once, and for minutes.
 *
 * @param nonce random, base64url
 */
public record KeyChallenge(
        UUID id, String credential, String organisation, String nonce, Instant expiresAt) {

    public static final String PURPOSE = "org.whitelane.whitelist.signing-key-possession.v1";

    /** RFC 8785; names its purpose, so that it is good for nothing else. */
    public String statement(String keyId) {
        return CanonicalJson.write(Map.of("challenge", nonce, "keyId", keyId, "purpose", PURPOSE));
    }
}
