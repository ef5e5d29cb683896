package org.whitelane.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Whose token it was when it was last found good. Decides only who pays for a request: whether the
 * token opens the door is checked anew each time.
 */
final class KnownTokens {

    /** As long as a token of ours lives. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<String, String> clients;

    KnownTokens(int remembered) {
        clients = Caffeine.newBuilder().maximumSize(remembered).expireAfterWrite(KEPT).build();
    }

    @Nullable String clientOf(String token) {
        return clients.getIfPresent(digest(token));
    }

    void remember(String token, String client) {
        clients.put(digest(token), client);
    }

    void forget(String token) {
        clients.invalidate(digest(token));
    }

    /** No token lies about in memory longer than its request. */
    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
