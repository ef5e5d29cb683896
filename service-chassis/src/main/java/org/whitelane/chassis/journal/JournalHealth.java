package org.whitelane.chassis.journal;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while a stream is stopped: someone has to look, though the service goes on saving. */
final class JournalHealth extends AbstractHealthIndicator {

    private final JournalStatus status;
    private final LeaderLoop leader;

    JournalHealth(JournalStatus status, LeaderLoop leader) {
        super("the journal cannot be read");
        this.status = status;
        this.leader = leader;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("leading", leader.isLeading());
        for (var stream : status.all()) {
            var reason = stream.stopped();
            if (reason == null) {
                health.withDetail(stream.stream(), "lag " + stream.lag());
            } else {
                health.down().withDetail(stream.stream(), "stopped: " + reason);
            }
        }
    }
}
