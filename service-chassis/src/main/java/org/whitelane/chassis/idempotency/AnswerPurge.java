package org.whitelane.chassis.idempotency;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets old answers, on every instance: two at once delete half each. */
final class AnswerPurge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerPurge.class);
    private static final int STEP = 1000;

    private final Answers answers;
    private @Nullable ScheduledExecutorService clock;

    AnswerPurge(Answers answers) {
        this.answers = answers;
    }

    void run() {
        try {
            while (answers.purge(STEP) == STEP) {
                // until nothing old is left
            }
        } catch (RuntimeException e) {
            LOG.warn("old answers stay for another hour: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        var scheduler =
                Executors.newScheduledThreadPool(
                        1, Thread.ofVirtual().name("answer-purge").factory());
        scheduler.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
        clock = scheduler;
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
