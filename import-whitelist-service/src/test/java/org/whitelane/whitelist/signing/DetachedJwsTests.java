package org.whitelane.whitelist.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Signer;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Set;

class DetachedJwsTests {

    private static final String STATEMENT = "{\"batchId\":\"b\",\"digest\":\"中\"}";

    private final Signer signer = Signer.of(new Officer("o", "a", Set.of()));
    private final Ed25519Key key = new Ed25519Key(signer.x());

    @Test
    void takesTheOwnersSignatureOverExactlyThis() {
        assertThat(DetachedJws.refusal(signer.sign(STATEMENT), STATEMENT, key)).isEmpty();
        var named = "{\"kid\":\"" + signer.keyId() + "\",\"alg\":\"Ed25519\"}";
        assertThat(DetachedJws.refusal(signer.sign(named, STATEMENT), STATEMENT, key)).isEmpty();
        assertThat(DetachedJws.refusal(signer.sign(STATEMENT), STATEMENT + " ", key)).isPresent();
    }

    @Test
    void refusesAnothersKey() {
        var other = Signer.of(new Officer("p", "a", Set.of()));
        var borrowed = "{\"alg\":\"EdDSA\",\"kid\":\"" + signer.keyId() + "\"}";

        assertThat(DetachedJws.refusal(other.sign(STATEMENT), STATEMENT, key)).isPresent();
        assertThat(DetachedJws.refusal(other.sign(borrowed, STATEMENT), STATEMENT, key))
                .contains("The signature is not of this statement by this key.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"b64\":false}",
                "{\"alg\":\"HS256\",\"alg\":\"EdDSA\",\"kid\":\"KID\"}",
                "[]",
                "no JSON"
            })
    void refusesHeadersThatSayAnythingElse(String header) {
        var jws = signer.sign(header.replace("KID", signer.keyId()), STATEMENT);

        assertThat(DetachedJws.refusal(jws, STATEMENT, key)).isPresent();
    }

    @Test
    void refusesTheSameSignatureInAnotherForm() {
        var jws = signer.sign(STATEMENT);
        var parts = jws.split("\\.", -1);

        assertThat(DetachedJws.refusal(jws + "=", STATEMENT, key)).isPresent();
        assertThat(DetachedJws.refusal(parts[0] + ".e30." + parts[2], STATEMENT, key)).isPresent();
        assertThat(DetachedJws.refusal(parts[0] + "." + parts[2], STATEMENT, key)).isPresent();
        assertThat(DetachedJws.refusal(parts[0] + ".." + malleated(parts[2]), STATEMENT, key))
                .contains("The signature is not of this statement by this key.");
    }

    /** S plus the group's order verifies too unless S must be below it (RFC 8032 §5.1.7). */
    private static String malleated(String signature) {
        var order =
                BigInteger.TWO
                        .pow(252)
                        .add(new BigInteger("27742317777372353535851937790883648493"));
        var bytes = Base64.getUrlDecoder().decode(signature);
        var big = new byte[32];
        for (var i = 0; i < 32; i++) {
            big[i] = bytes[63 - i];
        }
        var s = new BigInteger(1, big).add(order);
        for (var i = 32; i < 64; i++) {
            bytes[i] = s.byteValue();
            s = s.shiftRight(8);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
