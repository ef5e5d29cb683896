package org.whitelane.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.nio.file.Path;

/** What is remembered of a stream of which some events are withheld. */
class ProgressTests {

    private static final String STREAM = "whitelane.registry.organisation.v1";
    private static final byte[] PRIVATE = new byte[32];

    @TempDir private Path folder;
    private byte[] hash = Chain.genesis(STREAM, "one");
    private long last;

    @Test
    void goesOnOverWhatWasWithheldAlsoAfterItWasWrittenDown() {
        var progress = progress();
        handle(progress, event(1));
        handle(progress, event(null));
        progress.save();

        var again = progress();
        handle(again, event(3));

        assertThat(again.position()).isEqualTo(3);
        assertThat(again.withheld()).isEqualTo(1);
    }

    @Test
    void noMoreVersionsMayBeMissingThanEventsWereWithheld() {
        var progress = progress();
        handle(progress, event(1));
        handle(progress, event(null));

        assertThatThrownBy(() -> progress.requireFollows(event(4)))
                .isInstanceOf(StreamBroken.class)
                .hasMessageContaining("version 4");
    }

    @Test
    void aStubWithAnotherLeafDoesNotFollow() {
        var progress = progress();
        var stub = event(null);

        assertThatThrownBy(
                        () ->
                                progress.requireFollows(
                                        new Slot(1, new byte[32], stub.chainHash(), null)))
                .isInstanceOf(StreamBroken.class)
                .hasMessageContaining("position 1, withheld");
    }

    private Progress progress() {
        var progress = new Progress(folder.resolve("progress"));
        progress.begin(STREAM, "one");
        return progress;
    }

    private static void handle(Progress progress, Slot slot) {
        progress.requireFollows(slot);
        progress.handled(slot);
    }

    /** The next in the chain; withheld without a version. */
    private Slot event(@Nullable Integer version) {
        last++;
        long number = version == null ? 0 : version;
        var attributes =
                new EventAttributes(
                        "id-" + last, "t", "s", "subject", "now", "d", "j", number, null, null);
        var data = "{}".getBytes(UTF_8);
        var leaf = Chain.leaf(attributes, data, PRIVATE);
        hash = Chain.next(hash, last, leaf);
        return new Slot(
                last,
                leaf,
                hash,
                version == null
                        ? null
                        : new StreamEvent(last, attributes, data, PRIVATE, hash, leaf));
    }
}
