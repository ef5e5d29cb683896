package org.whitelane.chassis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whitelane.events.Chain;

import java.time.Duration;
import java.util.List;

/**
 * Refuses to send where the topic knows more than the journal, e.g. after a restored backup of the
 * database. Known gap: the watermark is compared with the highest position of all partitions, so
 * the lost end of one partition alone goes unnoticed here; a reader's chain check finds it.
 */
final class TailCheck {

    private static final Logger log = LoggerFactory.getLogger(TailCheck.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final TopicTail tail;
    private final Links links;
    private final StreamStates states;

    TailCheck(TopicTail tail, Links links, StreamStates states) {
        this.tail = tail;
        this.links = links;
        this.states = states;
    }

    /**
     * After which position sending goes on: the watermark, or the topic's end where the topic has
     * lost records.
     *
     * @throws StreamBroken where the topic contradicts the journal
     */
    long startAfter(String stream) throws InterruptedException {
        long published = states.published(stream); // before the tail: it may still move
        var found = tail.read(stream);
        if (found.isEmpty()) {
            log.warn("topic {} does not exist: its events wait in the journal", stream);
        }
        while (found.isEmpty()) {
            Thread.sleep(AGAIN); // nobody tells us when an operator creates it
            found = tail.read(stream);
        }
        var places = found.get();
        compare(stream, places);
        long end = places.stream().mapToLong(TopicTail.Place::position).max().orElse(0);
        if (end < published) {
            log.error(
                    "topic {} ends at position {} although {} were acknowledged: sending again from"
                            + " there",
                    stream,
                    end,
                    published);
        }
        return Math.min(end, published);
    }

    private void compare(String stream, List<TopicTail.Place> places) {
        long head = links.head(stream).map(Head::position).orElse(0L);
        for (var place : places) {
            if (place.position() > head) {
                throw new StreamBroken(
                        "topic is ahead: partition %d holds position %d, the journal ends at %d (a restored database?)"
                                .formatted(place.partition(), place.position(), head));
            }
            var ours = links.hashAt(stream, place.position()).map(Chain::hex).orElse("nothing");
            if (!ours.equals(place.chainHash())) {
                throw new StreamBroken(
                        "topic differs: partition %d has hash %s at position %d, the journal has %s"
                                .formatted(
                                        place.partition(),
                                        place.chainHash(),
                                        place.position(),
                                        ours));
            }
        }
    }
}
