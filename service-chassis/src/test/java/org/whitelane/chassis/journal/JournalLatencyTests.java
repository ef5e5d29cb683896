package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how long an event takes from its commit to a plain consumer; a loaded machine must not
 * turn the build red.
 */
class JournalLatencyTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);
    private static final int WARM_UP = 300;
    private static final int STEADY = 1200;
    private static final int BURST = 6000;

    @Test
    void printsTheTimeFromCommitToConsumer(@TempDir Path folder) {
        Infra.recreateTopics();
        // one that waits for its disk, unlike the tests' own
        try (var postgres = Postgres.start(folder, Ports.free(), true)) {
            measure(postgres.provision("latency"));
        }
    }

    private static void measure(Database database) {
        try (var instance = JournalTestApplication.start(database)) {
            var scribe = instance.getBean(Scribe.class);
            var arrivals = new ConcurrentHashMap<String, Long>();
            var consumer =
                    CompletableFuture.runAsync(() -> consume(arrivals, WARM_UP + STEADY), THREADS);
            var commits = new ConcurrentHashMap<String, Long>();
            saveSteadily(scribe, "warm-", WARM_UP, commits);
            saveSteadily(scribe, "event-", STEADY, commits);
            consumer.join();
            print(commits, arrivals);
            burst(scribe, Witness.of(database));
        }
    }

    private static void saveSteadily(
            Scribe scribe, String prefix, int count, Map<String, Long> commits) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(start + i * 5_000_000L - System.nanoTime());
            scribe.save(Scribe.flag(prefix + i));
            commits.put(prefix + i, System.nanoTime());
        }
    }

    private static void consume(Map<String, Long> arrivals, int count) {
        try (var consumer = TopicReader.consumer()) {
            var partitions =
                    consumer.partitionsFor(STREAM).stream()
                            .map(p -> new TopicPartition(STREAM, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (arrivals.size() < count) {
                for (var row : consumer.poll(Duration.ofMillis(100))) {
                    arrivals.put(new String(row.key(), StandardCharsets.UTF_8), System.nanoTime());
                }
            }
        }
    }

    private static void print(Map<String, Long> commits, Map<String, Long> arrivals) {
        long[] micros =
                commits.keySet().stream()
                        .filter(key -> key.startsWith("event-"))
                        .mapToLong(
                                key ->
                                        (arrivals.getOrDefault(key, 0L)
                                                        - commits.getOrDefault(key, 0L))
                                                / 1000)
                        .sorted()
                        .toArray();
        assertThat(micros).hasSize(STEADY);
        System.out.printf(
                "commit to consumer at 200/s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                at(micros, 0.50), at(micros, 0.95), at(micros, 0.99), at(micros, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1000.0;
    }

    private static void burst(Scribe scribe, Witness witness) {
        long start = System.nanoTime();
        var writers = new CompletableFuture<?>[4];
        Arrays.setAll(
                writers,
                w ->
                        CompletableFuture.runAsync(
                                () -> {
                                    for (int i = 0; i < BURST / 4; i++) {
                                        scribe.save(Scribe.flag("burst-" + w + "-" + i % 50));
                                    }
                                },
                                THREADS));
        CompletableFuture.allOf(writers).join();
        double saved = (System.nanoTime() - start) / 1e9;
        witness.awaitDrained(STREAM, Duration.ofMinutes(3));
        double drained = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "burst of %d: saved at %.0f/s, all in the topic %.2f s after the last commit%n",
                BURST, BURST / saved, drained - saved);
    }
}
