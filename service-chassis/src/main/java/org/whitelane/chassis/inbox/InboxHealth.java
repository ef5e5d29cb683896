package org.whitelane.chassis.inbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Down when a consumer has stopped for good; one that waits for a part, or has parked records, is
 * said but up.
 */
final class InboxHealth extends AbstractHealthIndicator {

    private final InboxListeners listeners;
    private final InboxContainers containers;
    private final InboxWatch watch;

    InboxHealth(InboxListeners listeners, InboxContainers containers, InboxWatch watch) {
        this.listeners = listeners;
        this.containers = containers;
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var listener : listeners.all()) {
            var name = listener.consumer().name();
            if (!containers.isRunning(name)) {
                health.down();
            }
            health.withDetail(name, detail(name, listener));
        }
    }

    private Map<String, Object> detail(String name, InboxListener listener) {
        var levels = watch.levels(name);
        var detail = new LinkedHashMap<String, Object>();
        detail.put("running", containers.isRunning(name));
        detail.put("lag", levels.lag() < 0 ? "unknown" : levels.lag());
        detail.put("failed", levels.failed() < 0 ? "unknown" : levels.failed());
        detail.put("waiting", levels.waiting() < 0 ? "unknown" : levels.waiting());
        var waitingFor = listener.waitingFor();
        if (waitingFor != null) {
            detail.put("waitingFor", waitingFor);
        }
        return detail;
    }
}
