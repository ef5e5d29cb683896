package org.whitelane.notification.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The same for every attempt to send the same message, so that a mail that came twice is known as
 * one by mail programs and by us. Hashed: ids of subscriptions need not travel.
 */
public final class MessageId {

    private MessageId() {}

    /** With the angle brackets of the header. */
    public static String of(UUID event, UUID subscription, Template template, String domain) {
        var key = "%s/%s/%s".formatted(event, subscription, template);
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return "<%s@%s>".formatted(HexFormat.of().formatHex(hash, 0, 16), domain);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
