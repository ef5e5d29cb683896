package org.whitelane.registry.token;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees to the keys before the web server opens, so that the first token request finds one. */
@Component
class FirstKey implements SmartLifecycle {

    private final KeyRing keys;
    private volatile boolean running;

    FirstKey(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public void start() {
        keys.ensureOne();
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
