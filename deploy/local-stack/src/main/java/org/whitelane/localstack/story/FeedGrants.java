package org.whitelane.localstack.story;

import org.whitelane.events.Topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The regulator may pull what he may read from Kafka: {@code readers.properties} says both. An
 * operator grants it to his credential, whose id nobody knows before it is issued.
 */
final class FeedGrants {

    private static final String REGULATOR = "regulator";

    /** Where there is no such file: a cluster grants topics in its own way. */
    private static final String WITHOUT_FILE =
            "whitelane.registry.*, whitelane.approval.*, whitelane.whitelist.*";

    private final Stage stage;

    FeedGrants(Stage stage) {
        this.stage = stage;
    }

    /** What an operator has said about him since is left alone. */
    void give() {
        var reader =
                stage.memory
                        .credential(REGULATOR)
                        .orElseThrow(() -> new StoryFailed("no credential for " + REGULATOR))
                        .clientId();
        var topics = granted();
        for (var topic : Topic.values()) {
            if (topics.stream().anyMatch(pattern -> covers(pattern, topic.topicName()))) {
                give(topic, reader);
            }
        }
    }

    private void give(Topic topic, String reader) {
        var path = "/%s/admin/feed-readers/%s/%s";
        var uri = stage.addresses.api(path.formatted(service(topic), topic.topicName(), reader));
        var answer =
                Stage.patiently(
                        () ->
                                stage.http.putFirst(
                                        uri,
                                        stage.registrar(),
                                        Map.of("reason", "as in readers.properties")),
                        a -> a.status() != 503);
        Stage.expect("the feed of " + topic.topicName(), answer, 200, 412);
    }

    /** In the API's paths. */
    private static String service(Topic topic) {
        return topic.context().equals("approval") ? "approvals" : topic.context();
    }

    private List<String> granted() {
        var file = stage.addresses.dataDirectory().resolve("readers.properties");
        var said = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                said.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var text = said.getProperty(REGULATOR, WITHOUT_FILE);
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }
}
