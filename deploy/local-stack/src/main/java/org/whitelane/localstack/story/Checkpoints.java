package org.whitelane.localstack.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a regulator keeps for himself: the services' public keys, and a checkpoint of each stream.
 * Later runs are held against those of the first.
 */
final class Checkpoints {

    private final Stage stage;
    private final Map<String, String> streams;
    private final Path folder;

    /**
     * @param streams topic to the API path of the service that owns it
     */
    Checkpoints(Stage stage, Map<String, String> streams) {
        this.stage = stage;
        this.streams = streams;
        this.folder = stage.addresses.dataDirectory().resolve("regulator");
    }

    /** For a story from before there were checkpoints; those that were kept stay as they are. */
    void takeIfNoneWereKept() {
        if (!Files.exists(folder)) {
            take();
        }
    }

    /** An operator has them taken; the regulator waits until they vouch for all he has seen. */
    void take() {
        var services = new TreeSet<>(streams.values());
        for (var service : services) {
            var uri = stage.addresses.api("/" + service + "/admin/checkpoints");
            Stage.expect(
                    "checkpoints of " + service,
                    stage.http.post(uri, stage.registrar(), "", Map.of()),
                    202);
            keep("key-" + service, "/" + service + "/checkpoint-keys");
        }
        streams.forEach(this::await);
    }

    private void await(String stream, String service) {
        var reader = stage.officer("regulator");
        var feed = stage.get(reader, "/%s/feed/%s?limit=1".formatted(service, stream));
        var last = feed.json().path("head").path("position").asLong();
        var path = "/%s/checkpoints/%s/at/%d".formatted(service, stream, last);
        Stage.expect(
                "the checkpoint of " + stream,
                Stage.patiently(
                        () -> stage.http.get(stage.addresses.api(path), reader),
                        answer -> answer.status() == 200),
                200);
        keep("checkpoint-" + stream, "/%s/checkpoints/%s/newest".formatted(service, stream));
    }

    private void keep(String name, String path) {
        var body = stage.get(stage.officer("regulator"), path).body();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".json"), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words for the verifier. */
    List<String> words() {
        var words = new ArrayList<String>();
        for (var service : new TreeSet<>(streams.values())) {
            words.addAll(List.of("--key", file("key-" + service)));
        }
        for (var stream : new TreeSet<>(streams.keySet())) {
            words.addAll(List.of("--checkpoint", file("checkpoint-" + stream)));
        }
        return words;
    }

    private String file(String name) {
        return folder.resolve(name + ".json").toString();
    }
}
