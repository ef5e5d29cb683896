package org.whitelane.localstack.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** What customs does without a line: the receipt, keys it fetched before, and the JDK. */
final class Receipt {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    /** What stands before the 32 bytes of a key (RFC 8410). */
    private static final String ED25519 = "302a300506032b6570032100";

    private Receipt() {}

    /**
     * @param keys a JWK set
     * @return what the receipt says
     */
    static JsonNode verified(String jws, JsonNode keys) {
        var parts = jws.split("\\.", -1);
        var header = json(parts[0]);
        if (!header.path("alg").asString("").equals("EdDSA")) {
            throw new StoryFailed("the receipt's algorithm is " + header);
        }
        if (!signed(parts, key(header.path("kid").asString(""), keys))) {
            throw new StoryFailed("the receipt's signature does not hold: " + jws);
        }
        return json(parts[1]);
    }

    private static JsonNode json(String part) {
        return Http.JSON.readTree(new String(BASE64.decode(part), UTF_8));
    }

    private static boolean signed(String[] parts, PublicKey key) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return signature.verify(BASE64.decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static PublicKey key(String id, JsonNode keys) {
        for (var key : keys.path("keys")) {
            if (key.path("kid").asString("").equals(id)) {
                var x = BASE64.decode(key.path("x").asString());
                var der = HexFormat.of().parseHex(ED25519 + HexFormat.of().formatHex(x));
                try {
                    return KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(der));
                } catch (GeneralSecurityException e) {
                    throw new StoryFailed("not a key: " + key);
                }
            }
        }
        throw new StoryFailed("the receipt is signed with a key that is not published: " + id);
    }
}
