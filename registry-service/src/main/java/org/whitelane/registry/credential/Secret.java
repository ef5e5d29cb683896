package org.whitelane.registry.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes and compares the secrets of credentials. A secret is 256 random bits, so its plain SHA-256
 * is enough: there is no dictionary to try and no short space to search, which is what salts and
 * slow hashes are for. They would only make each token request cost a tenth of a second.
 */
public final class Secret {

    /**
     * A configured bootstrap secret is a person's choice; at least it must be long enough for 192
     * random bits.
     */
    static final int SHORTEST = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256, hexadecimal. */
    public static String hash(CharSequence secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(secret.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** In a time that does not tell how much of it is right. */
    public static boolean matches(CharSequence secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
