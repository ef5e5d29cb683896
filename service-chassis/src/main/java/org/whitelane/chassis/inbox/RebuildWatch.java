package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Carries a rebuild on, in every instance: lets its own consumer begin again, and whichever comes
 * first notes that the topics have been read and tells those who decided by the projection. What an
 * instance had begun when it died, the next look of any other goes on with.
 */
final class RebuildWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);

    private final List<InboxConsumer> projections;
    private final Rebuilds rebuilds;
    private final InboxContainers containers;
    private final Rebuilding rebuilding;
    private final Duration interval;
    private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

    RebuildWatch(
            List<InboxConsumer> consumers,
            Rebuilds rebuilds,
            InboxContainers containers,
            Rebuilding rebuilding,
            Duration interval) {
        this.projections = consumers.stream().filter(InboxConsumer::isProjection).toList();
        this.rebuilds = rebuilds;
        this.containers = containers;
        this.rebuilding = rebuilding;
        this.interval = interval;
    }

    private void look() {
        for (var projection : projections) {
            try {
                if (rebuilds.isStale(projection.name())) {
                    LOG.info("{} begins again", projection.name());
                    containers.restart(projection.name());
                }
                rebuilding.goOn(projection);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.warn("the rebuild of {} waits: {}", projection.name(), e.toString());
            }
        }
    }

    /** With a scheduler of its own each time: a closed one cannot be started again. */
    @Override
    public void start() {
        var fresh = new SimpleAsyncTaskScheduler();
        fresh.setVirtualThreads(true);
        fresh.setThreadNamePrefix("inbox-rebuild-");
        if (!projections.isEmpty()) {
            var unused = fresh.scheduleWithFixedDelay(this::look, interval);
        }
        scheduler = fresh;
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** Begins after the containers and ends before them: it may be restarting one. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
