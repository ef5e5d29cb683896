package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Competes for the leader's lock; whoever holds it sequences and sends, the others pass their
 * wake-ups on.
 */
final class LeaderLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LeaderLoop.class);

    /** What an orderly stop grants to send what the last requests have saved. */
    private static final Duration FINISH = Duration.ofSeconds(2);

    /** Begun before the web server, and ended after it has answered its last request. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

    private final RelayConnections connections;
    private final JournalSettings settings;
    private final WakeUp wakeUp;
    private final RelayKafka kafka;
    private final String service;
    private volatile @Nullable Thread thread;
    private volatile boolean leading;
    private volatile BooleanSupplier compared = () -> false;
    private final AtomicBoolean troubled = new AtomicBoolean();

    LeaderLoop(
            RelayConnections connections,
            JournalSettings settings,
            WakeUp wakeUp,
            RelayKafka kafka,
            String service) {
        this.connections = connections;
        this.settings = settings;
        this.wakeUp = wakeUp;
        this.kafka = kafka;
        this.service = service;
    }

    @Override
    public void start() {
        var fresh = Thread.ofPlatform().name("journal-leader").daemon().unstarted(this::run);
        thread = fresh; // first: the loop runs as long as it finds itself here
        fresh.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(settings.leaderTimeout());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    boolean isLeading() {
        return leading;
    }

    /** Whether each stream was held against its topic: a restored database is known for one. */
    boolean hasCompared() {
        return compared.getAsBoolean();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try (var session = new LeaderSession(connections.openForLeader())) {
                follow(session);
                lead(session);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | DataAccessException | TransactionException e) {
                pause(e);
            } catch (RuntimeException | Error e) { // an Error would end the thread for good
                log.error("sequencing failed, trying again", e);
                pause(e);
            }
        }
    }

    private void follow(LeaderSession session) throws InterruptedException {
        while (!session.tryLock()) {
            troubled.set(false);
            compared = () -> true; // by the one that leads
            if (wakeUp.await(settings.retry())) {
                session.notifyLeader();
                // business transactions that commit meanwhile share the next notification
                Thread.sleep(settings.debounce());
            }
        }
    }

    private void lead(LeaderSession session) throws InterruptedException {
        troubled.set(false);
        log.info("this instance leads the journal");
        try (var pool = connections.pool();
                var ear = new LeaderEar(connections, wakeUp)) {
            var jdbc = JdbcClient.create(pool);
            var comparison = new Comparison(wakeUp::signal);
            var tail = new TopicTail(kafka, settings.batch());
            var links = new Links(jdbc, settings.batchBytes());
            var check = new TailCheck(tail, links, new StreamStates(jdbc), comparison);
            try (var relay = new Relay(kafka, check, settings)) {
                leading = true;
                ear.open();
                var sequencer = new Sequencer(session, comparison, settings);
                relay.wake(sequencer.openStreams(service));
                compared = comparison::isDecided;
                sequenceAndFinish(sequencer, relay);
            }
        } finally {
            leading = false;
            compared = () -> false;
            log.info("this instance does not lead the journal any more");
        }
    }

    private void sequenceAndFinish(Sequencer sequencer, Relay relay) throws InterruptedException {
        try {
            sequence(sequencer, relay);
        } finally {
            if (thread != Thread.currentThread()) { // we stop, the lock is not lost
                var _ = Thread.interrupted();
                placeTheRest(sequencer, relay);
                relay.finish(FINISH);
            }
        }
    }

    /** Nobody saves any more: the web server and the listeners have stopped. */
    private static void placeTheRest(Sequencer sequencer, Relay relay) {
        long deadline = System.nanoTime() + FINISH.toNanos();
        var touched = sequencer.placeNext();
        while (!touched.isEmpty()) {
            relay.wake(touched);
            touched = System.nanoTime() < deadline ? sequencer.placeNext() : Set.of();
        }
    }

    /**
     * The empty query after each poll is the heartbeat that keeps the session, and with it the
     * lock, alive.
     */
    private void sequence(Sequencer sequencer, Relay relay) throws InterruptedException {
        while (thread == Thread.currentThread()) {
            var touched = sequencer.placeNext();
            if (touched.isEmpty()) {
                wakeUp.await(settings.poll());
            } else {
                relay.wake(touched);
            }
        }
    }

    private void pause(Throwable e) {
        if (thread != Thread.currentThread()) {
            return;
        }
        if (troubled.compareAndSet(false, true)) { // once per outage
            log.warn("the journal's leader session ended, opening another: {}", e.toString());
        }
        try {
            Thread.sleep(settings.retry()); // a database that is away must not be hammered
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
