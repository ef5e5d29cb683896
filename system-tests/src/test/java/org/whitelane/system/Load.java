package org.whitelane.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Steady work by several callers. Each piece has a name, is asked for under that name as
 * idempotency key, and is asked for again until it is answered, whatever is killed meanwhile.
 */
final class Load implements AutoCloseable {

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final ConcurrentMap<Integer, String> done = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, String> refused = new ConcurrentHashMap<>();
    private final List<Thread> callers = new ArrayList<>();

    /** Does piece number n once more; the answer says what became of it. */
    @FunctionalInterface
    interface Piece {
        Client.Answer attempt(int number) throws IOException, InterruptedException;
    }

    Load start(int threads, int pauseMillis, Piece piece) {
        for (int i = 0; i < threads; i++) {
            callers.add(Thread.ofPlatform().start(() -> work(piece, pauseMillis)));
        }
        return this;
    }

    /** Ends when what is under way has been answered. */
    @Override
    public void close() throws InterruptedException {
        going.set(false);
        for (var caller : callers) {
            caller.join();
        }
    }

    /** By number, the answered body. */
    ConcurrentMap<Integer, String> done() {
        return done;
    }

    ConcurrentMap<Integer, String> refused() {
        return refused;
    }

    String situation() {
        return "%d done, %d in flight, %d repeats"
                .formatted(done.size(), inFlight.get(), repeats.get());
    }

    private void work(Piece piece, int pauseMillis) {
        try {
            while (going.get()) {
                int number = numbers.incrementAndGet();
                inFlight.incrementAndGet();
                untilAnswered(piece, number);
                inFlight.decrementAndGet();
                Thread.sleep(pauseMillis); // a steady rate, not a flood
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilAnswered(Piece piece, int number) throws InterruptedException {
        while (true) {
            try {
                var answer = piece.attempt(number);
                if (answer.status() < 300) {
                    done.put(number, answer.body());
                    return;
                }
                if (answer.status() < 500 && !isTemporary(answer)) {
                    refused.put(number, answer.toString());
                    return;
                }
            } catch (IOException e) {
                // the connection broke: whether it was done is unknown, so it is asked for again
            }
            repeats.incrementAndGet();
            Thread.sleep(100); // do not hammer a dead service
        }
    }

    private static boolean isTemporary(Client.Answer answer) {
        return answer.body().contains("request-in-flight")
                || answer.body().contains("party-not-known-yet")
                || answer.status() == 429;
    }
}
