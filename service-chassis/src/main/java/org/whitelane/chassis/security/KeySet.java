package org.whitelane.chassis.security;

import com.nimbusds.jose.jwk.JWKSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The public keys of one issuer: the last good set, in memory and in a file, so that tokens are
 * checked while the issuer is away and after a restart without it.
 */
final class KeySet {

    /** A stranger can invent key ids faster than an issuer wants to be asked. */
    static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(KeySet.class);
    private static final int LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final BodyHandler<String> TEXT = BodyHandlers.ofString(StandardCharsets.UTF_8);

    private final URI uri;
    private final @Nullable Path file;
    private final HttpClient http;
    private volatile JWKSet keys;
    private volatile boolean reachable;
    private long lastAttempt = System.nanoTime() - LEAST_PAUSE.toNanos();

    KeySet(URI uri, @Nullable Path file, HttpClient http) {
        this.uri = uri;
        this.file = file;
        this.http = http;
        this.keys = kept(file);
    }

    JWKSet keys() {
        return keys;
    }

    /**
     * Whether the last question was answered: only then does "no such key" mean that there is none.
     */
    boolean reachable() {
        return reachable;
    }

    /** One question at a time; who waited for another's answer does not ask again. */
    synchronized void refreshIfDue() {
        if (System.nanoTime() - lastAttempt >= LEAST_PAUSE.toNanos()) {
            refresh();
        }
    }

    synchronized boolean refresh() {
        try {
            var text = fetch();
            var fetched = JWKSet.parse(text).toPublicJWKSet();
            if (fetched.isEmpty()) {
                throw new ParseException("no keys", 0);
            }
            if (!fetched.equals(keys)) {
                keys = fetched;
                keep(fetched.toString(true));
            }
            reachable = true;
        } catch (IOException | ParseException | RuntimeException e) { // whatever it answers
            if (reachable || keys.isEmpty()) {
                LOG.warn("no key set from {}, keeping {} keys: {}", uri, keys.size(), e.toString());
            }
            reachable = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lastAttempt = System.nanoTime();
        }
        return reachable;
    }

    private String fetch() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(TEXT, LARGEST));
        try {
            // the request's own timeout ends with the headers: a body that never ends would hold
            // the
            // lock, and with it everybody whose key is not known yet
            var response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException(e);
        }
    }

    private void keep(String text) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".tmp");
            Files.writeString(fresh, text);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the key set could not be kept in {}: {}", file, e.toString());
        }
    }

    private static JWKSet kept(@Nullable Path file) {
        try {
            return file != null && Files.exists(file)
                    ? JWKSet.parse(Files.readString(file)).toPublicJWKSet()
                    : new JWKSet();
        } catch (IOException | ParseException e) {
            LOG.warn("the kept key set in {} cannot be read: {}", file, e.toString());
            return new JWKSet();
        }
    }
}
