package org.whitelane.localstack.story;

import java.util.Map;

/** A regulator says how far he has a stream, with the hash that he came to. */
final class Acknowledgement {

    private final Stage stage;
    private final String stream;
    private final String feed;

    /**
     * @param service API path of the service that owns the stream
     */
    Acknowledgement(Stage stage, String stream, String service) {
        this.stage = stage;
        this.stream = stream;
        this.feed = "/%s/feed/%s".formatted(service, stream);
    }

    void upTo(long position, String chainHash) {
        var standing =
                stage.act(
                        "acknowledge " + stream,
                        stage.officer("regulator"),
                        feed + "/acknowledgement",
                        Map.of("position", position, "chainHash", chainHash));
        if (standing.json().at("/acknowledged/position").asLong() < position) {
            throw new StoryFailed("the acknowledgement was lost: " + standing.body());
        }
        var next = stage.get(stage.officer("regulator"), feed).json().path("events");
        if (next.valueStream().anyMatch(event -> event.path("position").asLong() <= position)) {
            throw new StoryFailed("what was acknowledged came again: " + next);
        }
    }
}
