package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** One client of the door, who reads in the answers what is left of its share. */
final class Asker {

    static final String PROJECT = "公平（虚构）";

    /** Below the door's own bound for one client's requests at the same time. */
    private static final int THREADS = 12;

    private static final Pattern LEFT = Pattern.compile("\"client\";r=(\\d+);t=\\d+");

    private static final List<String> LISTS =
            List.of("/whitelist/requests", "/approvals/ind", "/whitelist/schemes");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite;
    private final String officer;
    private final Client client;

    Asker(Suite suite, String officer) {
        this.suite = suite;
        this.officer = officer;
        this.client = new Client(suite);
    }

    /** Of the share, once this question itself is paid. */
    int left() throws Exception {
        var answer = list(0);
        var told = LEFT.matcher(answer.headers().firstValue("RateLimit").orElse(""));
        assertThat(told.find()).as("%s", answer.headers().map()).isTrue();
        return Integer.parseInt(told.group(1));
    }

    List<HttpResponse<String>> ask(IntPredicate goesOn, CountDownLatch refused) throws Exception {
        var asked = new AtomicInteger();
        var answers = new ConcurrentLinkedQueue<HttpResponse<String>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                callers.add(
                        threads.submit(
                                () -> {
                                    int n = asked.getAndIncrement();
                                    while (goesOn.test(n)) {
                                        var answer = list(n);
                                        answers.add(answer);
                                        if (answer.statusCode() == 429) {
                                            refused.countDown();
                                        }
                                        n = asked.getAndIncrement();
                                    }
                                    return null;
                                }));
            }
            for (var caller : callers) {
                caller.get();
            }
        }
        return List.copyOf(answers);
    }

    HttpResponse<String> list(int n) throws IOException, InterruptedException {
        return send(request(LISTS.get(n % LISTS.size())).GET());
    }

    HttpResponse<String> draft(int n) throws IOException, InterruptedException {
        var draft = Drafts.of(PROJECT, n);
        return send(
                request("/whitelist/requests")
                        .header("Idempotency-Key", "fair-" + n)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        Suite.JSON.writeValueAsString(draft))));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(suite.gateway() + "/api/v1" + path))
                .header("Authorization", "Bearer " + client.token(officer));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ids of what is really there. */
    List<String> drafts() throws IOException, InterruptedException {
        return client.all(officer, "/whitelist/requests?status=DRAFT").stream()
                .map(request -> request.path("id").asString())
                .toList();
    }
}
