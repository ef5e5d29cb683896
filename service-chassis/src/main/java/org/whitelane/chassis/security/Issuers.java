package org.whitelane.chassis.security;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.whitelane.chassis.security.SecuritySettings.TrustedIssuer;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The issuers that are believed, their keys fetched in the background: the service starts without
 * any of them.
 */
final class Issuers implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** One issuer with its keys. */
    record Issuer(TrustedIssuer settings, KeySet keys) {}

    private final List<Issuer> issuers;
    private @Nullable ScheduledExecutorService background;

    Issuers(List<TrustedIssuer> trusted) {
        var http =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        issuers =
                trusted.stream()
                        .map(t -> new Issuer(t, new KeySet(t.keySetUri(), t.keySetFile(), http)))
                        .toList();
    }

    @Nullable Issuer named(@Nullable String iss) {
        return issuers.stream()
                .filter(i -> i.settings().issuer().equals(iss))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized void start() {
        var scheduler =
                Executors.newScheduledThreadPool(1, Thread.ofVirtual().name("key-sets").factory());
        background = scheduler;
        issuers.forEach(issuer -> scheduler.execute(() -> refresh(scheduler, issuer)));
    }

    private static void refresh(ScheduledExecutorService scheduler, Issuer issuer) {
        var pause = issuer.keys().refresh() ? EVERY : AGAIN;
        if (!scheduler.isShutdown()) {
            scheduler.schedule(
                    () -> refresh(scheduler, issuer), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (background != null) {
            background.shutdownNow();
            background = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return background != null;
    }
}
