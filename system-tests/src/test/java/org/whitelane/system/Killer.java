package org.whitelane.system;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Kills one part again and again at random instants, as soon as it is at work again, and prints
 * where each kill fell.
 */
final class Killer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Of the random wait: long enough for work to be under way, and for another part to be dead.
     */
    private static final int LONGEST_MILLIS = 3000;

    private final Suite suite;
    private final String part;
    private final Callable<Boolean> atWork;
    private final Load load;
    private final Random random;

    private Killer(Suite suite, String part, Callable<Boolean> atWork, long seed, Load load) {
        this.suite = suite;
        this.part = part;
        this.atWork = atWork;
        this.load = load;
        this.random = new Random(seed);
    }

    /**
     * @param healthPath something only that service answers
     * @param load has to have got on since the last kill: a service that is killed while nobody
     *     gets through to it is killed in vain
     */
    static Killer ofService(Suite suite, String part, String healthPath, long seed, Load load) {
        var client = new Client(suite);
        Callable<Boolean> answers = () -> client.get("auditor", healthPath).status() == 200;
        return new Killer(suite, part, answers, seed, load);
    }

    /** At work as soon as it answers one who has to log in. */
    static Killer ofBroker(Suite suite, long seed, Load load) {
        Callable<Boolean> answers =
                () -> {
                    var settings = new HashMap<>(KafkaClient.of(suite, "administrator"));
                    settings.put("default.api.timeout.ms", "5000");
                    settings.put("request.timeout.ms", "2000");
                    try (var admin = Admin.create(settings)) {
                        return !admin.listTopics().names().get(5, TimeUnit.SECONDS).isEmpty();
                    }
                };
        return new Killer(suite, "broker", answers, seed, load);
    }

    /** Returns when the part is at work again after the last kill. */
    void kill(int times) throws IOException, InterruptedException {
        var begin = Instant.now();
        int done = 0;
        for (int i = 1; i <= times; i++) {
            awaitAtWork(done);
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
            done = load.done().size();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> suite.pid(part) != pid && suite.pid(part) > 0);
        }
        awaitAtWork(done);
    }

    /**
     * @param done when it was killed
     */
    private void awaitAtWork(int done) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> load.done().size() > done && atWork.call());
    }
}
