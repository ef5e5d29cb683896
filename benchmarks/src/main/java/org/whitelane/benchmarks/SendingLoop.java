package org.whitelane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.events.EventPayload;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;

/**
 * What both sending processes do, so that they differ in nothing but the sending: {@code send
 * <prefix> <count> <rate per second>} is answered when all is sent, {@code stamps} with the instant
 * of each.
 */
final class SendingLoop {

    /** Before each line for the other side: whatever a library prints lacks it. */
    static final String MARK = "@ ";

    private SendingLoop() {}

    /**
     * @param send makes the event a fact and tells when that was. That is {@link
     *     System#nanoTime()}, which on Linux is the machine's monotonic clock and the same in all
     *     processes.
     */
    static void run(ToLongFunction<EventPayload> send) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String prefix = "";
        long[] stamps = {};
        answer("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("send")) {
                prefix = words[1];
                stamps = send(send, prefix, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                answer("sent");
            } else {
                for (int i = 0; i < stamps.length; i++) {
                    answer(prefix + i + " " + stamps[i]);
                }
                answer("end");
            }
        }
    }

    /** At a steady rate: one that is late does not wait for the next tick. */
    private static long[] send(
            ToLongFunction<EventPayload> send, String prefix, int count, int rate) {
        long[] stamps = new long[count];
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + i * 1_000_000_000L / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            stamps[i] = send.applyAsLong(event(prefix + i));
        }
        return stamps;
    }

    private static EventPayload event(String subject) {
        return new CreditFlagRaised(
                subject, new CreditFlag("flag-1", "DISHONEST", "2026-01-01", null, "测试 benchmark"));
    }

    private static void answer(String text) {
        System.out.println(MARK + text);
    }
}
