package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A real process with half the heap that the embedded default gives it, and several times more at
 * once than fits: each is answered or refused, nothing breaks, and afterwards it works as before.
 */
@Tag("slow")
class FloodTests {

    private static final String HEAP = "128m";

    /** Of about one megabyte each, so more than the whole heap holds of their copies. */
    private static final int CALLERS = 150;

    private static final int ROUNDS = 6;
    private static final int DRIPPING = 60;
    private static final int PADDING = 1000 * 1000;

    @TempDir Path folder;

    private final Map<String, Map<Integer, Integer>> answers = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tooMuchAtOnceIsRefusedAndBreaksNothing() throws Exception {
        var settings = Map.of("whitelane.overload.body-time", "20s");
        try (var service = new ServiceProcess(HEAP, folder.resolve("service.log"), settings)) {
            service.awaitReady();

            flood(service.port());

            System.out.println("answers by kind of request: " + new TreeMap<>(answers));
            assertThat(service.isAlive()).isTrue();
            assertThat(service.log()).doesNotContain("OutOfMemoryError");
            // 408 is for the dripping; on a machine that stalls an honest body may be as slow
            assertThat(statuses("large")).isSubsetOf(201, 408, 503).contains(201, 503);
            assertThat(statuses("values")).isSubsetOf(400, 408, 503);
            assertThat(statuses("too large")).isSubsetOf(413, 408, 503);
            assertThat(statuses("chunked")).isSubsetOf(413, 408, 503);
            assertThat(statuses("dripping")).isSubsetOf(408, 503);
            service.awaitReady();
            assertThat(send(service.port(), approval(0), false)).isEqualTo(201);
        }
    }

    private Set<Integer> statuses(String kind) {
        return answers.getOrDefault(kind, Map.of()).keySet();
    }

    private void flood(int port) throws Exception {
        var done = new ArrayList<Future<Void>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                done.add(callers.submit(caller(port)));
            }
            for (int i = 0; i < DRIPPING; i++) {
                done.add(callers.submit(count("dripping", () -> drip(port))));
            }
        }
        for (var caller : done) {
            caller.get();
        }
    }

    private Callable<Void> caller(int port) {
        var kinds =
                List.of(
                        count("large", () -> send(port, approval(PADDING), false)),
                        count("values", () -> send(port, values(), false)),
                        count("large", () -> send(port, approval(PADDING), false)),
                        count("too large", () -> send(port, approval(2 * PADDING), false)),
                        count("chunked", () -> send(port, approval(2 * PADDING), true)));
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                kinds.get(round % kinds.size()).call();
            }
            return null;
        };
    }

    private Callable<Void> count(String kind, Callable<Integer> request) {
        return () -> {
            int status = request.call();
            answers.computeIfAbsent(kind, _ -> new ConcurrentHashMap<>())
                    .merge(status, 1, Integer::sum);
            return null;
        };
    }

    private int send(int port, byte[] body, boolean chunked)
            throws IOException, InterruptedException {
        var publisher = BodyPublishers.ofByteArray(body);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ApprovalApi.PATH))
                        .header("Authorization", "Bearer " + ApprovalApi.steward())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(chunked ? BodyPublishers.fromPublisher(publisher) : publisher)
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Never silent for as long as a connection may be, and never done. */
    private static int drip(int port) throws IOException, InterruptedException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(100);
            socket.getOutputStream()
                    .write(
                            """
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Content-Type: application/json\r
                            Idempotency-Key: %s\r
                            Content-Length: 1000000\r
                            \r
                            {\
                            """
                                    .formatted(
                                            ApprovalApi.PATH,
                                            ApprovalApi.steward(),
                                            UUID.randomUUID())
                                    .getBytes(UTF_8));
            while (true) {
                socket.getOutputStream().write(' ');
                try {
                    var status = socket.getInputStream().readNBytes(12);
                    return Integer.parseInt(new String(status, 9, 3, UTF_8));
                } catch (SocketTimeoutException e) {
                    // not answered yet: another byte
                }
            }
        }
    }

    /** A good form with so much white space in it. */
    private static byte[] approval(int padding) {
        var json = JsonMapper.shared().writeValueAsString(ApprovalApi.anApproval());
        return (json.substring(0, json.length() - 1) + " ".repeat(padding) + "}").getBytes(UTF_8);
    }

    /** What would need the most memory for its size. */
    private static byte[] values() {
        return ("{\"a\":[" + "[],".repeat(PADDING / 3) + "[]]}").getBytes(UTF_8);
    }
}
