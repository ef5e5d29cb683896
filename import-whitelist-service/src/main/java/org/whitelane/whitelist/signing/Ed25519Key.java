package org.whitelane.whitelist.signing;

import org.whitelane.whitelist.core.CanonicalJson;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * An Ed25519 public key that somebody can sign with (RFC 8032): a point of the curve in its one
 * encoding, and not one of the eight whose order divides 8, under which signatures can be made
 * without any private key.
 *
 * @param x base64url without padding, as in a JWK (RFC 8037)
 */
public record Ed25519Key(String x) {

    private static final int SIZE = 32;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

    public Ed25519Key {
        if (refusal(x).isPresent()) {
            throw new IllegalArgumentException(refusal(x).orElseThrow());
        }
    }

    public static Ed25519Key of(PublicKey key) {
        // X.509 SubjectPublicKeyInfo: for this curve the key is its last 32 bytes (RFC 8410 §4)
        var encoded = key.getEncoded();
        return new Ed25519Key(
                Base64Url.encode(
                        Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length)));
    }

    /** What is wrong with it as a key, in a sentence. */
    public static Optional<String> refusal(String x) {
        var bytes = Base64Url.decode(x);
        if (bytes.isEmpty() || bytes.get().length != SIZE) {
            return Optional.of("Must be 32 bytes in base64url without padding.");
        }
        var y = y(bytes.get());
        if (y.compareTo(P) >= 0 || !isOnCurve(y)) {
            return Optional.of("Is no point of Ed25519.");
        }
        return hasSmallOrder(y)
                ? Optional.of("Is a point of small order: anybody could sign for it.")
                : Optional.empty();
    }

    /** RFC 7638, SHA-256: the name of the key wherever it is used. */
    public String thumbprint() {
        var members = CanonicalJson.write(Map.of("crv", "Ed25519", "kty", "OKP", "x", x));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(CanonicalJson.digest(members)));
    }

    PublicKey publicKey() {
        var bytes = Base64Url.decode(x).orElseThrow();
        var point = new EdECPoint((bytes[SIZE - 1] & 0x80) != 0, y(bytes));
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was accepted", e);
        }
    }

    /** Little-endian, without the bit that says which of the two x it is. */
    private static BigInteger y(byte[] bytes) {
        var big = new byte[SIZE];
        for (var i = 0; i < SIZE; i++) {
            big[i] = bytes[SIZE - 1 - i];
        }
        big[0] &= 0x7f;
        return new BigInteger(1, big);
    }

    /** x² = (y² - 1) / (d y² + 1) has a root (RFC 8032 §5.1.3). */
    private static boolean isOnCurve(BigInteger y) {
        var square = xSquare(y);
        var half = P.subtract(BigInteger.ONE).shiftRight(1);
        return square.signum() == 0 || square.modPow(half, P).equals(BigInteger.ONE);
    }

    private static BigInteger xSquare(BigInteger y) {
        var yy = y.multiply(y).mod(P);
        return yy.subtract(BigInteger.ONE)
                .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
                .mod(P);
    }

    /** Doubled three times it is the neutral point; only y and x² are needed for that. */
    private static boolean hasSmallOrder(BigInteger y) {
        var current = y;
        for (var i = 0; i < 3; i++) {
            var yy = current.multiply(current).mod(P);
            var xx = xSquare(current);
            // y(2P) = (y² + x²) / (1 - d x² y²)
            var below = BigInteger.ONE.subtract(D.multiply(xx).multiply(yy)).mod(P);
            current = yy.add(xx).multiply(below.modInverse(P)).mod(P);
        }
        return current.equals(BigInteger.ONE);
    }
}
