package org.whitelane.system.sweep;

import org.whitelane.system.Suite;
import org.whitelane.system.sweep.Judge.Question;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Sends each question to both doors of its operation, a few at a time. */
final class Gun {

    private static final int AT_ONCE = 4;

    /** Worth a line for whoever wonders where the time goes. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Judge judge;
    private final Suite suite;
    private final Map<String, String> services;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private int turn;
    private Instant begun = Instant.now();

    Gun(Judge judge, Suite suite, Map<String, String> services) {
        this.judge = judge;
        this.suite = suite;
        this.services = services;
    }

    List<URI> doors(Operation operation) {
        var service = operation.document().service();
        var own = Objects.requireNonNull(services.get(service), service);
        return List.of(suite.gateway(), suite.service(own));
    }

    /** At both doors. */
    void fire(Question question) {
        doors(question.promise()).forEach(door -> fire(question, door));
    }

    /** At one door and the next question at the other: for what is asked in thousands. */
    void fireInTurn(Question question) {
        var doors = doors(question.promise());
        fire(question, doors.get(turn++ % doors.size()));
    }

    private void fire(Question question, URI door) {
        places.acquireUninterruptibly();
        threads.execute(
                () -> {
                    try {
                        ask(door, question);
                    } catch (IOException | RuntimeException e) {
                        judge.found(question, "no answer: " + e, door);
                    } finally {
                        places.release();
                    }
                });
    }

    /** Waits for every answer that is still under way. */
    void done(String what) {
        places.acquireUninterruptibly(AT_ONCE);
        places.release(AT_ONCE);
        var now = Instant.now();
        System.out.printf(
                "Hostile input: %s done after %d s, %s%n",
                what, Duration.between(begun, now).toSeconds(), judge.situation());
        begun = now;
    }

    Reply ask(URI door, Question question) throws IOException {
        var begun = Instant.now();
        var reply = RawHttp.send(door, question.shot());
        judge.answered(question, reply);
        var took = Duration.between(begun, Instant.now());
        if (took.compareTo(LONG) > 0) {
            System.out.printf(
                    "Hostile input: %s [%s] %s was answered %d after %s%n",
                    question.promise(), question.name(), door, reply.status(), took);
        }
        return reply;
    }

    Judge judge() {
        return judge;
    }

    Reply get(URI door, String path) throws IOException {
        return RawHttp.send(door, Shot.of("GET", path));
    }
}
