package org.whitelane.chassis.journal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells one waiting thread that there may be work; signals given while nobody waits count as one.
 */
final class WakeUp {

    private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);

    void signal() {
        var _ = signal.offer(Boolean.TRUE);
    }

    /** Whether a signal came in time. */
    boolean await(Duration atMost) throws InterruptedException {
        return signal.poll(atMost.toNanos(), TimeUnit.NANOSECONDS) != null;
    }
}
