package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives the deployment's first grants as soon as the database is there, and measures readers. */
final class FeedRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedRounds.class);
    private static final long SECONDS = 15;
    private static final int STEP = 200;

    private final FirstGrants first;
    private final FeedDesk desk;
    private final FeedMetrics metrics;
    private @Nullable ScheduledExecutorService clock;
    private boolean isGranted;

    FeedRounds(FirstGrants first, FeedDesk desk, FeedMetrics metrics) {
        this.first = first;
        this.desk = desk;
        this.metrics = metrics;
    }

    /** One round; also on every other instance, which does no harm. */
    synchronized void run() {
        try {
            if (!isGranted) {
                first.give();
                isGranted = true;
            }
            metrics.show(readers());
        } catch (RuntimeException e) {
            metrics.show(List.of());
            log.warn("readers of the feed are looked at again later: {}", e.toString());
        }
    }

    private List<ReaderView> readers() {
        var all = new ArrayList<ReaderView>();
        var page = desk.after("", new FeedReader("", ""), STEP);
        while (!page.isEmpty()) {
            all.addAll(page);
            var last = page.getLast().grant();
            page =
                    page.size() < STEP
                            ? List.of()
                            : desk.after(
                                    last.stream(),
                                    new FeedReader(last.issuer(), last.subject()),
                                    STEP);
        }
        return all;
    }

    @Override
    public synchronized void start() {
        run();
        var scheduler =
                Executors.newScheduledThreadPool(
                        1, Thread.ofVirtual().name("feed-rounds").factory());
        scheduler.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
        clock = scheduler;
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    /** Before the first request can come. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
