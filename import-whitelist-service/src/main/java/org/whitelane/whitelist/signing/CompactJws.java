package org.whitelane.whitelist.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.whitelist.core.CanonicalJson;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;

/** A JWS in one line (RFC 7515 §7.1), signed with Ed25519 (RFC 8037). */
public final class CompactJws {

    private CompactJws() {}

    /**
     * @param type the header's {@code typ}: a signature for one purpose is none for another
     */
    public static String sign(String type, String kid, PrivateKey key, String payload) {
        var header = CanonicalJson.write(Map.of("alg", "EdDSA", "kid", kid, "typ", type));
        var signed =
                Base64Url.encode(header.getBytes(UTF_8))
                        + "."
                        + Base64Url.encode(payload.getBytes(UTF_8));
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(signed.getBytes(US_ASCII));
            return signed + "." + Base64Url.encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with key " + kid, e);
        }
    }

    /** Of one that we signed. */
    public static String payload(String jws) {
        var encoded = jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'));
        return new String(Base64Url.decode(encoded).orElseThrow(), UTF_8);
    }
}
