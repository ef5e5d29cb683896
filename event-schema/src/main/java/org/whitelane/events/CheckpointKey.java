package org.whitelane.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of what checkpoints are signed with: Ed25519, as in a JWK (RFC 8037).
 *
 * @param x 32 bytes in base64url without padding
 */
public record CheckpointKey(String x) {

    /** What stands before a key's 32 bytes in X.509 (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int SIZE = 32;

    public CheckpointKey {
        if (bytes(x).length != SIZE) {
            throw new IllegalArgumentException(
                    "x of an Ed25519 key is 32 bytes in base64url, this is \"%s\""
                            .formatted(EventHeaders.quotable(x)));
        }
    }

    public static CheckpointKey of(PublicKey key) {
        var encoded = key.getEncoded();
        return new CheckpointKey(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                Arrays.copyOfRange(
                                        encoded, encoded.length - SIZE, encoded.length)));
    }

    /** RFC 7638, SHA-256: the name of the key wherever it is used. */
    public String thumbprint() {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + SIZE);
        System.arraycopy(bytes(x), 0, encoded, PREFIX.length, SIZE);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] bytes(String x) {
        try {
            return Base64.getUrlDecoder().decode(x);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
