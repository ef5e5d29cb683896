package org.whitelane.chassis.keys;

import org.springframework.context.SmartLifecycle;

/** Sees to a service's keys before its web server opens, so that the first caller finds one. */
public final class FirstKey implements SmartLifecycle {

    private final Runnable ensureOne;
    private volatile boolean running;

    public FirstKey(Runnable ensureOne) {
        this.ensureOne = ensureOne;
    }

    @Override
    public void start() {
        ensureOne.run();
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

    /** The web server comes much later. */
    @Override
    public int getPhase() {
        return 0;
    }
}
