package org.whitelane.localstack;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One process of the suite: started, waited for, watched, started again when it dies, stopped. */
final class Part {

    /** Generous: the machine may be busy with several suites. */
    private static final Duration LIMIT = Duration.ofSeconds(300);

    /** A run that ended sooner than this may end at once again: give it time. */
    private static final Duration SHORT_RUN = Duration.ofSeconds(10);

    private final String name;
    private final int port;
    private final Path log;
    private final Runner runner;
    private final Console console;
    private final Runnable onChange;
    private volatile @Nullable Process run;
    private volatile Instant since = Instant.EPOCH;
    private boolean stopped;

    /**
     * @param onChange told after each start and end of the process
     */
    Part(String name, int port, Path log, Runner runner, Console console, Runnable onChange) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.runner = runner;
        this.console = console;
        this.onChange = onChange;
    }

    /**
     * What {@code run/processes.json} says; since is when the process began, by the system's clock.
     */
    record Status(String name, long pid, int port, String log, String since) {}

    /** Never waits: others ask while this part's start may take long. */
    @Nullable Status status() {
        Process current = run;
        return current == null || !current.isAlive()
                ? null
                : new Status(name, current.pid(), port, log.toString(), since.toString());
    }

    /** Returns when the part is ready. */
    void start() {
        Instant begun = Instant.now();
        Process started = begin();
        boolean ready = awaitReady(started);
        if (!ready && failed(started) && runner.canDoWithLess()) {
            started = begin();
            ready = awaitReady(started);
        }
        if (!ready) {
            console.say("  ✗ %s did not come up".formatted(name));
            console.tail(log);
            throw new Options.Unusable(name + " did not come up; its log is " + log);
        }
        Process first = started;
        runner.up(first);
        console.ready(name, port, Duration.between(begun, Instant.now()));
        Thread.ofVirtual().name("watch-" + name).start(() -> watch(first));
    }

    void stop() {
        Process last;
        synchronized (this) {
            stopped = true;
            last = run;
        }
        if (last != null) {
            runner.stop(last);
            onChange.run();
        }
    }

    private Process begin() {
        Process begun;
        synchronized (this) {
            if (stopped) {
                throw new IllegalStateException("The suite is being stopped.");
            }
            try {
                begun = runner.start();
            } catch (IOException e) {
                throw new IllegalStateException(name + " could not be started.", e);
            }
            since = begun.info().startInstant().orElseGet(Instant::now);
            run = begun;
        }
        onChange.run();
        return begun;
    }

    private boolean awaitReady(Process started) {
        Instant limit = Instant.now().plus(LIMIT);
        try {
            while (started.isAlive() && Instant.now().isBefore(limit)) {
                if (runner.ready()) {
                    return true;
                }
                started.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Not when it is only late, nor when somebody wants us to stop. */
    private synchronized boolean failed(Process started) {
        return !started.isAlive() && !stopped;
    }

    private void watch(Process first) {
        Process current = first;
        while (ended(current)) {
            Instant begun = Instant.now();
            try {
                current = begin();
                if (awaitReady(current)) {
                    console.ready(name + " (again)", port, Duration.between(begun, Instant.now()));
                }
            } catch (IllegalStateException e) {
                // Stopped meanwhile, or it cannot be started now: the next turn of the loop tells.
                console.say("  ! " + e.getMessage());
                since = Instant.now();
            }
        }
    }

    /** Waits for the end of the run; false when that end was wanted. */
    private boolean ended(Process current) {
        try {
            int exitCode = current.waitFor();
            synchronized (this) {
                if (stopped) {
                    return false;
                }
            }
            onChange.run();
            console.died(name, exitCode);
            if (Duration.between(since, Instant.now()).compareTo(SHORT_RUN) < 0) {
                Thread.sleep(Duration.ofSeconds(2));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
