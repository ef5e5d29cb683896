package org.whitelane.notification.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.whitelane.notification.message.MessagesQueued;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs the workers of this process: last to start, first to stop. */
@Component
class DeliveryJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryJob.class);

    /** Below the shutdown phase's limit; an SMTP dialogue has shorter time-outs. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final DeliveryDesk desk;
    private final DeliveryWorkers factory;
    private final DeliverySettings settings;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile List<Running> running = List.of();

    DeliveryJob(DeliveryDesk desk, DeliveryWorkers factory, DeliverySettings settings) {
        this.desk = desk;
        this.factory = factory;
        this.settings = settings;
    }

    @TransactionalEventListener
    void on(MessagesQueued event) {
        wakeUp.release(Math.min(event.count(), settings.workers()));
    }

    @Scheduled(fixedDelayString = "${whitelane.notification.delivery.renewal:10s}")
    void renew() {
        running.forEach(r -> desk.renew(r.worker().owner()));
    }

    @Override
    public void start() {
        // a name per start: what an earlier life of this process left open was not ours
        var life = UUID.randomUUID().toString();
        running =
                IntStream.rangeClosed(1, settings.workers())
                        .mapToObj(n -> begin(factory.worker(life + "/" + n)))
                        .toList();
    }

    @Override
    public void stop() {
        var ending = running;
        ending.forEach(r -> r.worker().stop());
        wakeUp.release(ending.size());
        try {
            for (var one : ending) {
                one.thread().join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // leases are renewed until the last mail is marked
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    private Running begin(DeliveryWorker worker) {
        return new Running(
                worker,
                Thread.ofVirtual().name("delivery " + worker.owner()).start(() -> run(worker)));
    }

    private void run(DeliveryWorker worker) {
        try {
            while (!worker.isStopping()) {
                if (!round(worker)) {
                    pause();
                }
            }
            round(worker);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean round(DeliveryWorker worker) {
        try {
            return worker.round();
        } catch (RuntimeException e) {
            log.warn("Delivery interrupted, tried again soon: {}", e.toString());
            return false;
        }
    }

    /** A spent wake-up may find nothing, a lost one costs a poll. */
    private void pause() throws InterruptedException {
        var unused = wakeUp.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Running(DeliveryWorker worker, Thread thread) {}
}
