package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.whitelane.gateway.Backend;
import org.whitelane.testing.Infra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One client asks for seven times its share, over sockets and from the same address as another that
 * keeps to its own. Both quotas are configured alike; how much slower the modest one gets is
 * printed, and depends on the machine.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "whitelane.gateway.limits.client.quota=80",
            // so long that nothing worth mentioning flows back, however slow the machine is
            "whitelane.gateway.limits.client.window=1h"
        })
class FairnessTests {

    private static final Backend BACKEND = new Backend();

    /** Requests a second: in the time of one run, all of the quota. */
    private static final int SHARE = 20;

    private static final int GREED = 7;
    private static final int SECONDS = 4;
    private static final int QUOTA = SHARE * SECONDS;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        Infra.issuer().properties().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("whitelane.services.approval", BACKEND::uri);
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    private record Sample(int status, long nanos) {}

    @Test
    void oneClientAtSevenTimesItsShareRefusesNobodyElse() throws Exception {
        // connections, compiled code
        var unused = List.of(greedy("early").run(1), modest("early").run(1));

        var alone = modest("alone").run(SECONDS);
        List<Sample> beside;
        long begin = System.nanoTime();
        Future<List<Sample>> greed;
        try (var both = Executors.newFixedThreadPool(1)) {
            greed = both.submit(() -> greedy("late").run(SECONDS));
            beside = modest("beside").run(SECONDS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;

        print(alone, beside, greed.get());
        assertThat(alone).extracting(Sample::status).containsOnly(200);
        assertThat(beside).extracting(Sample::status).containsOnly(200);
        assertThat(greed.get()).extracting(Sample::status).containsOnly(200, 429);
        assertThat(count(greed.get(), 200))
                .as("the quota, and what flowed back")
                .isBetween((long) QUOTA, (long) Math.ceil(QUOTA + QUOTA * seconds / 3600));
    }

    private Steady greedy(String name) {
        return new Steady("greedy-" + name, SHARE * GREED);
    }

    private Steady modest(String name) {
        return new Steady("modest-" + name, SHARE);
    }

    /** Real threads, each with a connection and a beat of its own. */
    private final class Steady {

        private static final int PER_THREAD = 10;

        private final Outsider from = Outsider.from("127.3.0.1", port);
        private final String token;
        private final int rate;

        Steady(String name, int rate) {
            this.token = "Bearer " + Infra.issuer().token(name, "organisation", "AUDITOR");
            this.rate = rate;
        }

        List<Sample> run(int seconds) throws Exception {
            var samples = new ConcurrentLinkedQueue<Sample>();
            var callers = new ArrayList<Callable<Void>>();
            for (int i = 0; i < rate / PER_THREAD; i++) {
                int offset = i;
                callers.add(
                        () -> {
                            beat(seconds, offset, samples);
                            return null;
                        });
            }
            try (var threads = Executors.newFixedThreadPool(callers.size())) {
                for (var done : threads.invokeAll(callers)) {
                    done.get();
                }
            }
            return List.copyOf(samples);
        }

        /** From the moment a request was due: waiting for a slow answer before it counts. */
        private void beat(int seconds, int offset, ConcurrentLinkedQueue<Sample> samples)
                throws Exception {
            long pace = TimeUnit.SECONDS.toNanos(1) / PER_THREAD;
            long due = System.nanoTime() + pace * offset / (rate / PER_THREAD);
            for (int i = 0; i < seconds * PER_THREAD; i++, due += pace) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                var answer = from.get("/api/v1/approvals/ind", "Authorization", token);
                samples.add(new Sample(answer.statusCode(), System.nanoTime() - due));
            }
        }
    }

    private static long count(List<Sample> samples, int status) {
        return samples.stream().filter(sample -> sample.status() == status).count();
    }

    private static void print(List<Sample> alone, List<Sample> beside, List<Sample> greedy) {
        System.out.printf(
                "greedy: %d answered, %d refused; modest: %d answered%n",
                count(greedy, 200), count(greedy, 429), count(beside, 200));
        for (int percent : new int[] {50, 95, 100}) {
            double before = millis(alone, percent);
            double then = millis(beside, percent);
            System.out.printf(
                    "modest p%d: alone %.1f ms, beside the greedy one %.1f ms, ratio %.2f%n",
                    percent, before, then, then / before);
        }
    }

    private static double millis(List<Sample> samples, int percent) {
        var sorted = samples.stream().mapToLong(Sample::nanos).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
