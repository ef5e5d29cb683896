package org.whitelane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An ordinary consumer, the same for both sides: when it had each event for the first time. */
final class Arrivals implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Map<String, Long> firstSights = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;

    Arrivals(String bootstrapServers, List<String> topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader = Thread.ofPlatform().name("arrivals").start(this::read);
    }

    private void read() {
        try (consumer) {
            while (true) {
                var rows = consumer.poll(Duration.ofMillis(500));
                long now = System.nanoTime();
                rows.forEach(row -> firstSights.putIfAbsent(new String(row.key(), UTF_8), now));
            }
        } catch (WakeupException closed) {
            // as asked
        }
    }

    /** Returns when all have arrived. */
    Map<String, Long> await(Set<String> keys) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!firstSights.keySet().containsAll(keys)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not everything arrived within " + LIMIT);
            }
            Thread.sleep(20);
        }
        var sights = new ConcurrentHashMap<>(firstSights);
        sights.keySet().retainAll(keys);
        firstSights.keySet().removeAll(keys);
        return sights;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join();
    }
}
