package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/**
 * Sees to the checkpoints wherever this instance leads and knows that no stream contradicts its
 * topic. A thread of its own: signing and asking the broker must not keep the sequencer from its
 * heartbeat.
 */
final class CheckpointRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CheckpointRounds.class);

    /** How soon it notices that somebody asked. */
    private static final Duration TICK = Duration.ofMillis(500);

    /** After a failure: what is away must not be hammered. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** How often in an interval it looks what is due. */
    private static final int LOOKS = 20;

    private final LeaderLoop leader;
    private final CheckpointTaker taker;
    private final Checkpoints checkpoints;
    private final Duration interval;
    private volatile @Nullable Thread thread;

    CheckpointRounds(
            LeaderLoop leader, CheckpointTaker taker, Checkpoints checkpoints, Duration interval) {
        this.leader = leader;
        this.taker = taker;
        this.checkpoints = checkpoints;
        this.interval = interval;
    }

    @Override
    public void start() {
        var fresh = Thread.ofVirtual().name("journal-checkpoints").unstarted(this::run);
        thread = fresh;
        fresh.start();
    }

    /** One that is cut off leaves nothing behind: it is a transaction. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(REST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Begun after the leader's loop and ended before it. */
    @Override
    public int getPhase() {
        return leader.getPhase() + 1;
    }

    private void run() {
        long looked = System.nanoTime();
        boolean troubled = false;
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(troubled ? REST : TICK);
                boolean look = System.nanoTime() - looked > interval.dividedBy(LOOKS).toNanos();
                if (leader.isLeading() && leader.hasCompared()) {
                    round(look);
                    looked = look ? System.nanoTime() : looked;
                }
                troubled = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // an Error would end the thread for good
                if (!troubled) {
                    log.warn("no checkpoint could be taken, trying again: {}", e.toString());
                }
                troubled = true;
            }
        }
    }

    private void round(boolean look) {
        long asked = checkpoints.asked();
        if (asked > 0) {
            taker.takeAll(StreamProgress.Due.atOnce());
            checkpoints.answered(asked);
        } else if (look) {
            taker.takeAll(StreamProgress.Due.after(interval));
        }
    }
}
