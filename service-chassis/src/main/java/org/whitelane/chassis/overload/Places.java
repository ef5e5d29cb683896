package org.whitelane.chassis.overload;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many requests at once, so many waiting for a moment, and no more. */
final class Places {

    private final Semaphore free;
    private final int all;
    private final int waiting;
    private final Duration patience;

    Places(int all, int waiting, Duration patience) {
        this.free = new Semaphore(all, true);
        this.all = all;
        this.waiting = waiting;
        this.patience = patience;
    }

    boolean enter() {
        if (free.tryAcquire()) {
            return true;
        }
        // an estimate while others come and go: a few more or less waiting do no harm
        if (free.getQueueLength() >= waiting) {
            return false;
        }
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        free.release();
    }

    int taken() {
        return all - free.availablePermits();
    }

    int waiting() {
        return free.getQueueLength();
    }
}
