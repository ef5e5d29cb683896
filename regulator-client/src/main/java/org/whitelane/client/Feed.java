package org.whitelane.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** The pull feed, asked for what Kafka lacks, and told what was handled. */
final class Feed implements AutoCloseable {

    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private final Supplier<String> token;

    Feed(URI uri, Supplier<String> token) {
        this.uri = uri;
        this.token = token;
    }

    String incarnation() {
        return page(0, 1).path("incarnation").asString("");
    }

    /** Those behind a position, as many as one page has of them; empty at the end. */
    List<Slot> after(long position, long atMost) {
        return page(position, Math.min(MOST, atMost))
                .path("events")
                .valueStream()
                .map(Feed::slot)
                .toList();
    }

    private static Slot slot(JsonNode event) {
        if (event.has("withheld")) {
            return new Slot(
                    event.path("position").asLong(),
                    hash(event, "leaf"),
                    hash(event, "chainhash"),
                    null);
        }
        return Slot.of(
                StreamEvent.of(
                        name -> text(event.path(name)),
                        event.path("data_base64").binaryValue(),
                        "position %s of the feed".formatted(event.path("position"))));
    }

    private static byte[] hash(JsonNode event, String name) {
        try {
            return HexFormat.of().parseHex(event.path(name).asString(""));
        } catch (IllegalArgumentException e) {
            throw new StreamBroken(
                    "position %s of the feed has no %s".formatted(event.path("position"), name), e);
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private JsonNode page(long position, long limit) {
        return send(
                request("%s?afterPosition=%d&limit=%d".formatted(uri, position, limit)).GET(),
                "the feed ends before what was read");
    }

    /** Says that everything up to there was handled, wherever it came from. */
    void acknowledge(long position, byte[] chainHash) {
        var body =
                JSON.createObjectNode()
                        .put("position", position)
                        .put("chainHash", HexFormat.of().formatHex(chainHash))
                        .put("way", "TOPIC");
        send(
                request(uri + "/acknowledgement")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                "the suite has another history");
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    /**
     * @param conflict what a 409 means
     */
    private JsonNode send(HttpRequest.Builder request, String conflict) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 409) {
                throw new StreamBroken(conflict + ": " + answer.body());
            }
            if (answer.statusCode() != 200) {
                throw new UncheckedIOException(
                        new IOException(
                                "%s answered %d: %s"
                                        .formatted(uri, answer.statusCode(), answer.body())));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
