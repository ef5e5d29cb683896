package org.whitelane.localstack.story;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What every chapter needs: the addresses, the memory, tokens by officer, and calls that must
 * succeed.
 */
final class Stage {

    /**
     * Far beyond what anything takes; a bound so that a broken suite ends the story instead of
     * hanging it.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final StackAddresses addresses;
    final Memory memory;
    final Narrator narrator;
    final Http http = new Http();
    private final Map<String, String> tokens = new HashMap<>();

    Stage(StackAddresses addresses, Memory memory, Narrator narrator) {
        this.addresses = addresses;
        this.memory = memory;
        this.narrator = narrator;
    }

    String registrar() {
        return tokens.computeIfAbsent(
                "registrar", _ -> token(addresses.registrarId(), addresses.registrarSecret()));
    }

    String officer(String name) {
        return tokens.computeIfAbsent(
                name,
                n -> {
                    var credential =
                            memory.credential(n)
                                    .orElseThrow(() -> new StoryFailed("no credential for " + n));
                    return token(credential.clientId(), credential.clientSecret());
                });
    }

    private String token(String clientId, String secret) {
        return http.token(URI.create(addresses.gateway() + "/oauth2/token"), clientId, secret);
    }

    /**
     * Does it once: the idempotency key is the step's name, so that a story cut off goes on where
     * it was.
     */
    Answer create(String step, String token, String path, Object body) {
        var answer =
                patiently(
                        () -> http.post(addresses.api(path), token, "story-" + step, body),
                        a -> !(a.status() == 409 && a.retryAfter() != null) && a.status() != 503);
        return expect(step, answer, 200, 201, 202);
    }

    Answer act(String step, String token, String path, Object body) {
        var answer =
                patiently(
                        () -> http.post(addresses.api(path), token, "", body),
                        a -> !(a.status() == 409 && a.retryAfter() != null) && a.status() != 503);
        return expect(step, answer, 200, 201);
    }

    Answer get(String token, String path) {
        return expect("GET " + path, http.get(addresses.api(path), token), 200);
    }

    /** All pages of a list. */
    List<JsonNode> all(String token, String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(token, path + (path.contains("?") ? "&" : "?") + "limit=50" + cursor);
            page.json().path("items").forEach(items::add);
            var next = page.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    static Answer expect(String step, Answer answer, int... statuses) {
        for (int status : statuses) {
            if (answer.status() == status) {
                return answer;
            }
        }
        throw new StoryFailed("%s: answered %d %s".formatted(step, answer.status(), answer.body()));
    }

    /** Asks again until the answer is the awaited one. */
    static <T> T patiently(Supplier<T> question, Predicate<T> awaited) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = question.get();
            if (awaited.test(answer) || System.nanoTime() > deadline) {
                return answer;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(
                    Duration.ofMillis(
                            150)); // other processes work; there is nothing to be woken by over
            // HTTP
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }
}
