package org.whitelane.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Counts wrong secrets per client id, whatever addresses they come from. A stranger who uses up a
 * client's wrong tries must not lock the client out: who got a token for this id from this address
 * lately is asked nothing.
 */
final class ClaimedClients {

    private static final Duration TRUSTED = Duration.ofDays(1);
    private static final int LONGEST = 200;

    private final Buckets wrongSecrets;
    private final Cache<String, Boolean> proven;

    ClaimedClients(Buckets wrongSecrets, int remembered) {
        this.wrongSecrets = wrongSecrets;
        this.proven =
                Caffeine.newBuilder().maximumSize(remembered).expireAfterWrite(TRUSTED).build();
    }

    /** Null when nothing speaks against trying. */
    @Nullable Decision refusal(String client, String network) {
        if (proven.getIfPresent(network + " " + client) != null) {
            return null;
        }
        var decision = wrongSecrets.look(client);
        return decision.allowed() ? null : decision;
    }

    String description() {
        return wrongSecrets.description();
    }

    void tried(String client, String network, int status) {
        if (status == HttpServletResponse.SC_OK) {
            proven.put(network + " " + client, true);
        } else if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            var unused = wrongSecrets.take(client);
        }
    }

    /** The id in HTTP Basic, the only form in which the issuer takes a secret. */
    static @Nullable String in(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var pair =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            int end = pair.indexOf(':');
            return end < 1 || end > LONGEST ? null : pair.substring(0, end);
        } catch (IllegalArgumentException e) {
            return null; // not Base64: the issuer says so
        }
    }
}
