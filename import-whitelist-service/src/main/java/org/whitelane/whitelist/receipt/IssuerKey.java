package org.whitelane.whitelist.receipt;

import org.whitelane.whitelist.signing.Ed25519Key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;

/**
 * What the service signs with.
 *
 * @param kid the public half's thumbprint
 */
record IssuerKey(String kid, Ed25519Key key, PrivateKey secret, Instant createdAt) {

    static IssuerKey generate(Instant now) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = Ed25519Key.of(pair.getPublic());
            return new IssuerKey(key.thumbprint(), key, pair.getPrivate(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    static PrivateKey secret(String kid, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Issuer key %s is damaged".formatted(kid), e);
        }
    }

    @Override
    public String toString() {
        return "IssuerKey[%s]".formatted(kid);
    }
}
