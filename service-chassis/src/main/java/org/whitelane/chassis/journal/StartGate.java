package org.whitelane.chassis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/**
 * Lets the web server open, and the consumers begin, once every stream was held against its topic:
 * a service whose database was restored must not save what the topic contradicts. While the broker
 * is away nobody can know, and the service opens all the same: what it saves gets its place later,
 * and a take-over that finds a version given twice is refused.
 */
final class StartGate implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StartGate.class);

    /** More would make every start during an outage of the broker an outage of the service. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofMillis(20);

    private final LeaderLoop leader;
    private volatile boolean running;

    StartGate(LeaderLoop leader) {
        this.leader = leader;
    }

    @Override
    public void start() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!leader.hasCompared() && System.nanoTime() < deadline) {
                Thread.sleep(POLL);
            }
            if (!leader.hasCompared()) {
                log.warn("opened before the journal could be held against its topics");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return leader.getPhase() + 1;
    }
}
