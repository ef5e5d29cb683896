package org.whitelane.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.whitelane.gateway.limits.LimitSettings.Quota;

import java.time.Duration;

/**
 * One policy: a token bucket per key. A bucket that nobody used for a whole window is full, so
 * forgetting it changes nothing; only where there are more keys than we remember does somebody
 * start afresh too early, the rarely seen before the busy.
 */
final class Buckets {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final Quota quota;
    private final LoadingCache<String, Bucket> byKey;

    Buckets(String name, Quota quota, int remembered, TimeMeter time) {
        this.name = name;
        this.quota = quota;
        this.byKey =
                Caffeine.newBuilder()
                        .maximumSize(remembered)
                        .expireAfterAccess(quota.window())
                        .ticker(time::currentTimeNanos)
                        .build(
                                key ->
                                        Bucket.builder()
                                                .addLimit(
                                                        limit ->
                                                                limit.capacity(quota.quota())
                                                                        .refillGreedy(
                                                                                quota.quota(),
                                                                                quota.window()))
                                                .withCustomTimePrecision(time)
                                                .build());
    }

    Decision take(String key) {
        var probe = byKey.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Decision(
                        name,
                        true,
                        probe.getRemainingTokens(),
                        seconds(probe.getNanosToWaitForReset()))
                : new Decision(name, false, 0, seconds(probe.getNanosToWaitForRefill()));
    }

    /** The same without taking: whether there is one left. */
    Decision look(String key) {
        var probe = byKey.get(key).estimateAbilityToConsume(1);
        return new Decision(
                name,
                probe.canBeConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Unpays a request that turned out to be somebody else's to pay. */
    void giveBack(String key) {
        byKey.get(key).addTokens(1);
    }

    /** As draft-ietf-httpapi-ratelimit-headers writes a policy. */
    String description() {
        return "\"%s\";q=%d;w=%d".formatted(name, quota.quota(), quota.window().toSeconds());
    }

    long remembered() {
        byKey.cleanUp();
        return byKey.estimatedSize();
    }

    /** Never zero: "at once" is what has just failed. */
    private static long seconds(long nanos) {
        return Math.max(1, (nanos + NANOS - 1) / NANOS);
    }
}
