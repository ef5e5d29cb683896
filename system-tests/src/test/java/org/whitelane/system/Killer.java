package org.whitelane.system;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Kills one part again and again at random instants, as soon as it is at work again, and prints
 * where each kill fell.
 */
final class Killer {

    private final Suite suite;
    private final String part;
    private final String healthPath;
    private final Supplier<String> situation;
    private final Random random;
    private final List<String> kills = new ArrayList<>();

    /**
     * @param healthPath something only that part answers
     * @param situation what the load was doing, for the print
     */
    Killer(Suite suite, String part, String healthPath, long seed, Supplier<String> situation) {
        this.suite = suite;
        this.part = part;
        this.healthPath = healthPath;
        this.situation = situation;
        this.random = new Random(seed);
    }

    void kill(int times) throws IOException, InterruptedException {
        var client = new Client(suite);
        var begin = Instant.now();
        for (int i = 1; i <= times; i++) {
            awaitAtWork(client);
            Thread.sleep(100 + random.nextInt(3000)); // the random instant itself
            long pid = suite.pid(part);
            var before = situation.get();
            new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
            var line =
                    "kill %d of %s (process %d) at +%.3f s: %s"
                            .formatted(
                                    i,
                                    part,
                                    pid,
                                    Duration.between(begin, Instant.now()).toMillis() / 1000.0,
                                    before);
            System.out.println(line);
            kills.add(line);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> suite.pid(part) != pid && suite.pid(part) > 0);
        }
        awaitAtWork(client);
    }

    List<String> kills() {
        return kills;
    }

    private void awaitAtWork(Client client) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> client.get("auditor", healthPath).status() == 200);
    }
}
