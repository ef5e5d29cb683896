package org.whitelane.registry.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import java.time.Instant;

/**
 * A key that signs tokens, or did.
 *
 * @param jwk with the private part
 */
record SigningKey(RSAKey jwk, Instant createdAt) {

    private static final int BITS = 2048;

    static SigningKey generate(Instant now) {
        try {
            var jwk =
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate();
            return new SigningKey(jwk, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot generate a signing key", e);
        }
    }

    String kid() {
        return jwk.getKeyID();
    }

    @Override
    public String toString() {
        return "SigningKey[%s]".formatted(kid());
    }
}
