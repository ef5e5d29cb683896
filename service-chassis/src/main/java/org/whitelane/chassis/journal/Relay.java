package org.whitelane.chassis.journal;

import org.whitelane.events.Topic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The senders of a leader, one per stream that has a topic. */
final class Relay implements AutoCloseable {

    private final RelayKafka kafka;
    private final Links links;
    private final StreamStates states;
    private final JournalSettings settings;
    private final Map<String, Running> senders = new ConcurrentHashMap<>();

    Relay(RelayKafka kafka, Links links, StreamStates states, JournalSettings settings) {
        this.kafka = kafka;
        this.links = links;
        this.states = states;
        this.settings = settings;
    }

    /**
     * Starts what does not run yet, and tells the rest that there is more; internal streams have no
     * topic.
     */
    void wake(Iterable<String> streams) {
        for (var stream : streams) {
            if (Topic.named(stream).isPresent()) {
                senders.computeIfAbsent(stream, this::start).sender.wake();
            }
        }
    }

    private Running start(String stream) {
        var sender = new StreamSender(stream, kafka, links, states, settings);
        return new Running(sender, Thread.ofVirtual().name("relay-" + stream).start(sender));
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
