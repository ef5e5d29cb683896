package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a regulator keeps of every stream before something happens, and holds against topic and feed
 * afterwards, with the checkpoints that are published by then.
 */
final class Proof {

    private static final List<String> SERVICES =
            List.of("registry", "approvals", "whitelist", "notification");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite suite;
    private final Client client;
    private final Path folder;

    /** By name, the API path of the service that owns it. */
    private final Map<String, String> streams = new TreeMap<>();

    private final List<String> kept = new ArrayList<>();

    /**
     * @param folder for what is kept
     */
    Proof(Suite suite, Client client, Path folder) {
        this.suite = suite;
        this.client = client;
        this.folder = folder;
    }

    /** Keys, and a checkpoint of each stream that has entries by now. */
    Proof keep() throws IOException, InterruptedException {
        for (var service : SERVICES) {
            var keys = get("/" + service + "/checkpoint-keys");
            kept.addAll(List.of("--key", save("key-" + service, keys)));
            for (var stream : client.all("auditor", "/" + service + "/admin/streams")) {
                var name = stream.path("stream").asString();
                if (name.startsWith("whitelane.") && stream.path("head").asLong() > 0) {
                    streams.put(name, service);
                }
            }
        }
        kept.addAll(checkpoints("--checkpoint"));
        return this;
    }

    /** Holds once everything that was saved has been sent and a checkpoint vouches for it. */
    void holds() throws IOException, InterruptedException {
        var words = new ArrayList<>(kept);
        words.addAll(checkpoints("--published"));
        streams.forEach((name, path) -> words.addAll(RegulatorProgram.source(suite, name, path)));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var result =
                                    RegulatorProgram.check(suite, client.token("regulator"), words);
                            assertThat(result.exitCode()).as(result.output()).isZero();
                            everyStreamByBothWays(result.output());
                        });
    }

    private void everyStreamByBothWays(String output) {
        for (var stream : streams.keySet()) {
            var lines =
                    output.lines()
                            .filter(
                                    line ->
                                            line.startsWith(
                                                    "HOLDS "
                                                            + stream
                                                            + ": complete and unaltered up to"))
                            .toList();
            assertThat(lines).as(output).hasSize(2);
            assertThat(lines)
                    .as("topic and feed end with the same hash")
                    .extracting(line -> line.substring(line.lastIndexOf(' ')))
                    .containsOnly(lines.getFirst().substring(lines.getFirst().lastIndexOf(' ')));
            System.out.println(lines.getFirst());
        }
    }

    private List<String> checkpoints(String option) throws IOException, InterruptedException {
        for (var service : SERVICES) {
            var path = "/" + service + "/admin/checkpoints";
            var asked = client.post(Client.REGISTRAR, path, "", Map.of());
            assertThat(asked.status()).as(path + ": " + asked).isEqualTo(202);
        }
        var words = new ArrayList<String>();
        for (var stream : streams.entrySet()) {
            if (!stream.getKey().contains(".checkpoint.")) {
                var newest = newest(stream.getKey(), stream.getValue());
                words.addAll(
                        List.of(option, save(option.substring(2) + "-" + stream.getKey(), newest)));
            }
        }
        return words;
    }

    /** One that vouches for all that is there now. */
    private String newest(String stream, String service) throws IOException, InterruptedException {
        var feed = get("/" + service + "/feed/" + stream + "?limit=1");
        long head = Suite.JSON.readTree(feed).path("head").path("position").asLong();
        var path = "/" + service + "/checkpoints/" + stream;
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get("regulator", path + "/at/" + head).status() == 200);
        return get(path + "/newest");
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.get("regulator", path);
        assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
        return answer.body();
    }

    private String save(String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".json"), text).toString();
    }
}
