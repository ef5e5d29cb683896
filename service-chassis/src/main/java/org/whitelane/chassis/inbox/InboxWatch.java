package org.whitelane.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Looks at lag and parking lot every few seconds, so that a scrape or a health check never waits
 * for broker or database.
 */
final class InboxWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private final List<InboxConsumer> consumers;
    private final InboxLag lag;
    private final ParkedList parked;
    private final Duration interval;
    private final Map<String, InboxLevels> levels = new ConcurrentHashMap<>();
    private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

    InboxWatch(List<InboxConsumer> consumers, InboxLag lag, ParkedList parked, Duration interval) {
        this.consumers = consumers;
        this.lag = lag;
        this.parked = parked;
        this.interval = interval;
    }

    InboxLevels levels(String consumer) {
        return levels.getOrDefault(consumer, InboxLevels.NOT_YET);
    }

    void bindTo(MeterRegistry meters) {
        for (var consumer : consumers) {
            var name = consumer.name();
            Gauge.builder("whitelane.inbox.lag", () -> known(levels(name).lag()))
                    .description("Records behind the ends of the consumer's topics")
                    .tag("consumer", name)
                    .register(meters);
            Gauge.builder("whitelane.inbox.parked", () -> known(levels(name).failed()))
                    .description("Parked records")
                    .tags("consumer", name, "state", "failed")
                    .register(meters);
            Gauge.builder("whitelane.inbox.parked", () -> known(levels(name).waiting()))
                    .description("Parked records")
                    .tags("consumer", name, "state", "waiting")
                    .register(meters);
        }
    }

    private static double known(long level) {
        return level < 0 ? Double.NaN : level;
    }

    private void look() {
        for (var consumer : consumers) {
            try {
                var counts = parked.open(consumer.name());
                levels.put(
                        consumer.name(),
                        new InboxLevels(lagOf(consumer), counts.failed(), counts.waiting()));
            } catch (RuntimeException e) {
                levels.put(consumer.name(), new InboxLevels(lagOf(consumer), -1, -1));
                LOG.debug("the parking lot cannot be counted", e);
            }
        }
    }

    private long lagOf(InboxConsumer consumer) {
        try {
            return lag.of(consumer);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("the lag of {} is not known", consumer.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return InboxLevels.NOT_YET.lag();
    }

    /** With a scheduler of its own each time: a closed one cannot be started again. */
    @Override
    public void start() {
        var fresh = new SimpleAsyncTaskScheduler();
        fresh.setVirtualThreads(true);
        fresh.setThreadNamePrefix("inbox-watch-");
        var unused = fresh.scheduleWithFixedDelay(this::look, interval);
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
}
