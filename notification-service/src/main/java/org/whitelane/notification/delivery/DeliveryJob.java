package org.whitelane.notification.delivery;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.whitelane.notification.message.MessagesQueued;

/** Runs the workers of this process: last to start, first to stop. */
@Component
class DeliveryJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryJob.class);

    /** Below the shutdown phase's limit; an SMTP dialogue has shorter time-outs. */
    private static final long PATIENCE_SECONDS = 25;

    private final DeliveryDesk desk;
    private final DeliverySettings settings;
    private final List<DeliveryWorker> workers;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile List<Thread> threads = List.of();

    DeliveryJob(
            DeliveryDesk desk,
            SmtpMailer mailer,
            MailWriter writer,
            DeliveryMetrics metrics,
            DeliverySettings settings) {
        this.desk = desk;
        this.settings = settings;
        // a name per start: what an earlier life of this process left open was not ours
        var process = UUID.randomUUID().toString();
        this.workers =
                IntStream.rangeClosed(1, settings.workers())
                        .mapToObj(n -> process + "/" + n)
                        .map(owner -> new DeliveryWorker(owner, desk, mailer, writer, metrics))
                        .toList();
    }

    @TransactionalEventListener
    void on(MessagesQueued event) {
        wakeUp.release(Math.min(event.count(), workers.size()));
    }

    @Scheduled(fixedDelayString = "${whitelane.notification.delivery.renewal:10s}")
    void renew() {
        if (isRunning()) {
            workers.forEach(worker -> desk.renew(worker.owner()));
        }
    }

    @Override
    public void start() {
        threads =
                workers.stream()
                        .map(w -> Thread.ofVirtual().name("delivery").start(() -> run(w)))
                        .toList();
    }

    @Override
    public void stop() {
        workers.forEach(DeliveryWorker::stop);
        wakeUp.release(workers.size());
        var started = threads;
        threads = List.of();
        try {
            for (var thread : started) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void run(DeliveryWorker worker) {
        try {
            while (!worker.isStopping()) {
                if (!round(worker)) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round(DeliveryWorker worker) {
        try {
            return worker.round();
        } catch (RuntimeException e) {
            log.warn("Delivery interrupted, tried again soon: {}", e.toString());
            return false;
        }
    }

    /** A spent wake-up may find nothing, a lost one costs a poll. */
    private void pause() throws InterruptedException {
        if (wakeUp.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUp.drainPermits();
        }
    }
}
