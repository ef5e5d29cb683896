package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Checks a compact JWS with nothing but a JDK, sharing no code with what signs. */
final class JdkEd25519 {

    private JdkEd25519() {}

    /**
     * @param x of the JWK
     */
    static boolean holds(String jws, String x) throws GeneralSecurityException {
        var little = Base64.getUrlDecoder().decode(x);
        var big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, big));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        int dot = jws.lastIndexOf('.');
        verifier.update(jws.substring(0, dot).getBytes(US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
    }
}
