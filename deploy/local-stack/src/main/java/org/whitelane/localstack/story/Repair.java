package org.whitelane.localstack.story;

import org.whitelane.client.RegulatorClient;
import org.whitelane.client.StreamBroken;
import org.whitelane.client.StreamEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A regulator keeps a copy of his own of one stream, with {@code regulator-client}. The first time
 * some records are lost on his side; he fetches exactly those from the pull feed. Later runs go on
 * where the copy ends.
 */
final class Repair {

    private static final String STREAM = "whitelane.whitelist.request.v1";
    private static final String FEED = "/whitelist/feed/" + STREAM;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final Path progress;
    private final Path file;

    Repair(Stage stage) {
        this.stage = stage;
        var folder = stage.addresses.dataDirectory().resolve("regulator");
        this.progress = folder.resolve("requests.progress");
        this.file = folder.resolve("requests.ndjson");
    }

    /** For the verifier, once there is one. */
    Optional<Path> copy() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** After the folder has been made. */
    void play() {
        var feed = stage.get(stage.officer("regulator"), FEED + "?limit=1").json();
        long head = feed.path("head").path("position").asLong();
        var copy =
                new OwnCopy(
                        file,
                        STREAM,
                        feed.path("incarnation").asString(),
                        feed.path("genesis").asString());
        if (Files.exists(progress)) {
            goOn(head, copy);
        } else {
            repair(head, copy);
        }
    }

    private void repair(long head, OwnCopy copy) {
        long first = head / 3 + 1;
        long last = head / 2;
        var settings = kafka();
        settings.put("interceptor.classes", LosingRecords.class.getName());
        settings.put(LosingRecords.FIRST, Long.toString(first));
        settings.put(LosingRecords.LAST, Long.toString(last));
        long fetched = read(settings, head, copy);
        long lost = last - first + 1;
        if (lost < 1 || fetched != lost) {
            throw new StoryFailed(
                    "of %s, %d records were missing and %d were fetched"
                            .formatted(STREAM, lost, fetched));
        }
        stage.narrator.step(
                "lacks positions %d to %d of %s, lost on his side".formatted(first, last, STREAM));
        stage.narrator.step(
                "notices the gap, fetches these %d and no others from the pull feed, and goes on in order up to position %d"
                        .formatted(fetched, head));
    }

    private void goOn(long head, OwnCopy copy) {
        long known = copy.end();
        long fetched = read(kafka(), head, copy);
        stage.narrator.step(
                "goes on with his copy of %s behind position %d: %d more, %d of them fetched"
                        .formatted(STREAM, known, copy.end() - known, fetched));
    }

    /** How many came from the feed. */
    private long read(Map<String, Object> kafka, long head, OwnCopy copy) {
        var uri = stage.addresses.api(FEED);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client =
                new RegulatorClient(
                        STREAM, kafka, uri, () -> stage.officer("regulator"), progress)) {
            while (client.position() < head) {
                if (System.nanoTime() > deadline) {
                    throw new StoryFailed(
                            "%s was read up to position %d only, of %d"
                                    .formatted(STREAM, client.position(), head));
                }
                client.poll(event -> handle(event, copy));
            }
            return client.fetched();
        } catch (StreamBroken | UncheckedIOException e) {
            throw new StoryFailed("%s could not be read: %s".formatted(STREAM, e.getMessage()));
        }
    }

    /** A client that was killed after this and before it noted it gives that event again. */
    private static void handle(StreamEvent event, OwnCopy copy) {
        if (event.position() > copy.end() + 1) {
            throw new StoryFailed(
                    "position %d was handed over after position %d"
                            .formatted(event.position(), copy.end()));
        }
        if (event.position() > copy.end()) {
            copy.add(event);
            copy.save();
        }
    }

    private Map<String, Object> kafka() {
        var settings = new HashMap<String, Object>();
        var file = Path.of(stage.addresses.kafka());
        if (!Files.isRegularFile(file)) {
            settings.put("bootstrap.servers", stage.addresses.kafka());
            return settings;
        }
        var said = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            said.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said.forEach((name, value) -> settings.put(name.toString(), value));
        return settings;
    }
}
