package org.whitelane.chassis.feed;

import org.whitelane.chassis.journal.Head;
import org.whitelane.chassis.journal.Links;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Topic;

import java.util.Optional;

/** Only streams that are published; a service has the heads of its own topics only. */
final class FeedStreams {

    private final Links links;

    FeedStreams(Links links) {
        this.links = links;
    }

    Head head(String stream) {
        return Topic.named(stream)
                .flatMap(topic -> links.head(stream))
                .orElseThrow(() -> Problem.notFound("The feed"));
    }

    Optional<byte[]> hashAt(String stream, long position) {
        return links.hashAt(stream, position);
    }
}
