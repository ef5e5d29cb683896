package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What every service has for those who run and audit the suite. */
public final class SharedOperations {

    private final ApiExamples examples;

    public SharedOperations(ApiExamples examples) {
        this.examples = examples;
    }

    /**
     * @param subject what there is a history of
     * @param event does something that the stream tells
     */
    public void send(String stream, String subject, Runnable event) {
        sendFeed(stream);
        sendCheckpoints(stream);
        examples.call("listTakeOver").with("stream", stream).as("operator-1", null).send();
        examples.call("eraseErasure").as("operator-1", null).send();
        examples.call("readAudit").as("auditor-1", null).send();
        var auditor = Infra.issuer().token("auditor-1", null, "AUDITOR");
        examples.call("readHistory").with("subject", subject).bearer(auditor).send();
        try (var _ = RefusingTopic.named(stream)) {
            event.run();
            await().untilAsserted(() -> assertThat(isStopped(stream)).isTrue());
        }
        examples.call("resumeStreamAdmin").with("stream", stream).as("operator-1", null).send();
    }

    /** A reader comes, reads, acknowledges and goes. */
    private void sendFeed(String stream) {
        var reader = "regulator-of-examples";
        onReader("grantFeedAdmin", stream, reader).as("operator-1", null).send();
        var token = Infra.issuer().token(reader, null, "REGULATOR");
        var read = examples.call("readFeed").with("stream", stream).bearer(token);
        await().untilAsserted(() -> assertThat(read.send().path("events")).isNotEmpty());
        var first = read.send().at("/events/0/id").asString();
        examples.call("readTold").with("eventId", first).as("operator-1", null).send();
        examples.call("acknowledgeFeedReader")
                .with("stream", stream)
                .replacing("chainHash", read.send().at("/events/0/chainhash").asString())
                .bearer(token)
                .send();
        examples.call("showFeedReader").with("stream", stream).bearer(token).send();
        examples.call("listFeedAdmin").as("operator-1", null).send();
        onReader("oneFeedAdmin", stream, reader).as("operator-1", null).send();
        onReader("suspendFeedAdmin", stream, reader).as("operator-1", null).send();
        onReader("revokeFeedAdmin", stream, reader).as("operator-1", null).send();
    }

    private ApiExample onReader(String operation, String stream, String reader) {
        return examples.call(operation).with("stream", stream).with("subject", reader);
    }

    /**
     * @param stream that tells something to everybody
     */
    public void sendPublicFeed(String stream) {
        examples.call("readPublicFeed").with("stream", stream).send();
    }

    /** Of a stream that holds something: all of it was sent before. */
    private void sendCheckpoints(String stream) {
        examples.call("readCheckpointKey").send();
        examples.call("takeCheckpointAdmin").as("operator-1", null).send();
        var list = examples.call("listCheckpoint").with("stream", stream).as("auditor-1", null);
        await().untilAsserted(() -> assertThat(list.send().path("items")).isNotEmpty());
        examples.call("newestCheckpoint").with("stream", stream).as("auditor-1", null).send();
        examples.call("atCheckpoint")
                .with("stream", stream)
                .with("position", "1")
                .as("auditor-1", null)
                .send();
    }

    /** Where there is a parked record behind a missing version, and one that cannot be read. */
    public void sendParked(String aggregateWithGap, String unreadable) {
        var waiting = parked(aggregateWithGap, "WAITING");
        examples.call("skipParked").as("operator-1", null).with("id", waiting).send();
        var failed = parked(unreadable, "FAILED");
        for (var operation : new String[] {"inspectParked", "replayParked", "discardParked"}) {
            examples.call(operation).as("operator-1", null).with("id", failed).send();
        }
    }

    private String parked(String aggregate, String status) {
        var list =
                examples.call("listParked")
                        .as("auditor-1", null)
                        .with("aggregate", aggregate)
                        .with("status", status);
        await().untilAsserted(() -> assertThat(list.send().path("items")).isNotEmpty());
        return list.send().path("items").path(0).path("id").asString();
    }

    private boolean isStopped(String stream) {
        return examples.call("listStreamAdmin")
                .as("operator-1", null)
                .send()
                .path("items")
                .valueStream()
                .filter(item -> item.path("stream").asString().equals(stream))
                .anyMatch(item -> item.path("stopped").isString());
    }
}
