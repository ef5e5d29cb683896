package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Topic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The senders of a leader, one per stream that has a topic. */
final class Relay implements AutoCloseable {

    private final RelayKafka kafka;
    private final TailCheck check;
    private final JournalSettings settings;
    private final Map<String, Running> senders = new ConcurrentHashMap<>();

    Relay(RelayKafka kafka, TailCheck check, JournalSettings settings) {
        this.kafka = kafka;
        this.check = check;
        this.settings = settings;
    }

    /**
     * Starts what does not run yet, and tells the rest that there is more; internal streams have no
     * topic.
     */
    void wake(Iterable<String> streams) {
        for (var stream : streams) {
            if (Topic.named(stream).isPresent()) {
                senders.compute(stream, this::running).sender.wake();
            }
        }
    }

    private Running running(String stream, @Nullable Running before) {
        if (before != null && before.thread.isAlive()) {
            return before;
        }
        var sender = new StreamSender(stream, kafka, check, settings);
        return new Running(sender, Thread.ofVirtual().name("relay-" + stream).start(sender));
    }

    /** Lets the senders send what has its place, so that an orderly stop leaves nothing behind. */
    void finish(Duration atMost) throws InterruptedException {
        senders.values().forEach(running -> running.sender.finish());
        long deadline = System.nanoTime() + atMost.toNanos();
        for (var running : senders.values()) {
            running.thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    /** Does not wait for what is on its way: at worst it arrives twice. */
    @Override
    public void close() {
        for (var running : senders.values()) {
            running.sender.close();
            running.thread.interrupt();
        }
        senders.clear();
    }

    private record Running(StreamSender sender, Thread thread) {}
}
