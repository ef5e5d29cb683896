package org.whitelane.whitelist.signing;

import java.util.Base64;
import java.util.Optional;

/** Base64url in its one spelling: another text for the same bytes would be another signature. */
public final class Base64Url {

    private Base64Url() {}

    public static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
