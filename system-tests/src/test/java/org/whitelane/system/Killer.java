package org.whitelane.system;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Kills one part again and again at random instants, as soon as it is at work again, and prints
 * where each kill fell. A part that is killed while nobody gets through to it is killed in vain.
 */
final class Killer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Of the random wait: long enough for work to be under way, and for another part to be dead.
     */
    private static final int LONGEST_MILLIS = 3000;

    private final Suite suite;
    private final String part;
    private final Callable<Long> work;
    private final Load load;
    private final Random random;

    /**
     * @param work grows only while the part works
     */
    private Killer(Suite suite, String part, Callable<Long> work, long seed, Load load) {
        this.suite = suite;
        this.part = part;
        this.work = work;
        this.load = load;
        this.random = new Random(seed);
    }

    /** At work where pieces of the load get done. */
    static Killer ofService(Suite suite, String part, long seed, Load load) {
        return new Killer(suite, part, () -> (long) load.done().size(), seed, load);
    }

    /** At work where mails arrive. */
    static Killer ofMail(Suite suite, long seed, Load load) {
        var inbox = new InboxReader(suite);
        Callable<Long> arrived = () -> (long) inbox.messageIds().size();
        return new Killer(suite, "notification-service", arrived, seed, load);
    }

    /** At work where a relay gets events of that stream sent. */
    static Killer ofBroker(Suite suite, String service, String stream, long seed, Load load) {
        var client = new Client(suite);
        Callable<Long> published =
                () ->
                        client.all("auditor", "/" + service + "/admin/streams").stream()
                                .filter(it -> it.path("stream").asString("").equals(stream))
                                .mapToLong(it -> it.path("published").asLong())
                                .sum();
        return new Killer(suite, "broker", published, seed, load);
    }

    /** Returns when the part is at work again after the last kill. */
    void kill(int times) throws IOException, InterruptedException {
        var begin = Instant.now();
        long done = now();
        for (int i = 1; i <= times; i++) {
            awaitMoreThan(done);
            Thread.sleep(100 + random.nextInt(LONGEST_MILLIS)); // the random instant itself
            long pid = suite.pid(part);
            var before = load.situation();
            new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
            System.out.printf(
                    "kill %d of %s (process %d) at +%.3f s: %s%n",
                    i,
                    part,
                    pid,
                    Duration.between(begin, Instant.now()).toMillis() / 1000.0,
                    before);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> suite.pid(part) != pid && suite.pid(part) > 0);
            done = now();
        }
        awaitMoreThan(done);
    }

    /** As soon as anybody can tell. */
    private long now() {
        var known =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(work, Objects::nonNull);
        return known;
    }

    private void awaitMoreThan(long done) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> work.call() > done);
    }
}
