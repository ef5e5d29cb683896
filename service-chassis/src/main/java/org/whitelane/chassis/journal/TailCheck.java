package org.whitelane.chassis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whitelane.events.Chain;

import java.time.Duration;
import java.util.List;

/**
 * Refuses to send where the topic knows more than the journal, e.g. after a restored backup of the
 * database, and finds from where to send again where the topic has lost records.
 */
record TailCheck(TopicTail tail, Links links, StreamStates states, Comparison comparison) {

    private static final Logger log = LoggerFactory.getLogger(TailCheck.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(50);

    /**
     * How far before the watermark each partition's end is looked for. Keys are spread evenly, so
     * that each of a handful of partitions has one among so many; the lost end of one that had none
     * is found by a reader's chain check only.
     */
    private static final int LOOK_BACK = 5000;

    /**
     * After which position sending goes on: the watermark, or where the topic has lost records the
     * end of the partition that lost them.
     *
     * @throws StreamBroken where the topic contradicts the journal
     */
    long startAfter(String stream) throws InterruptedException {
        while (links.awaitsPlaced(stream) && !states.isStopped(stream)) {
            Thread.sleep(SOON); // taken over just now: the sequencer links it
        }
        long published = states.published(stream); // before the tail: it may still move
        var found = tail.read(stream);
        if (found.isEmpty()) {
            log.warn("topic {} does not exist: its events wait in the journal", stream);
        }
        while (found.isEmpty()) {
            Thread.sleep(AGAIN); // nobody tells us when an operator creates it
            found = tail.read(stream);
        }
        compare(stream, found.get().places());
        comparison.agrees(stream);
        return whole(stream, found.get(), published);
    }

    private long whole(String stream, TopicTail.Ends ends, long published) {
        long whole = published;
        var unseen = ends.byPartition();
        for (var at : links.before(stream, published, LOOK_BACK)) {
            var end = unseen.remove(ends.partitionOf(at.subject()));
            if (end != null && end < at.position()) {
                whole = Math.min(whole, end);
            }
            if (unseen.isEmpty()) {
                break;
            }
        }
        if (whole < published) {
            log.error(
                    "topic {} has lost records after position {} although {} were acknowledged:"
                            + " sending again from there",
                    stream,
                    whole,
                    published);
        }
        return whole;
    }

    private void compare(String stream, List<TopicTail.Place> places) {
        long head = links.head(stream).map(Head::position).orElse(0L);
        for (var place : places) {
            if (place.position() > head) {
                throw new StreamBroken(
                        "topic is ahead: partition %d holds position %d, the journal ends at %d (a restored database?)"
                                .formatted(place.partition(), place.position(), head),
                        true);
            }
            var ours = links.hashAt(stream, place.position()).map(Chain::hex).orElse("nothing");
            if (!ours.equals(place.chainHash())) {
                throw new StreamBroken(
                        "topic differs: partition %d has hash %s at position %d, the journal has %s"
                                .formatted(
                                        place.partition(),
                                        place.chainHash(),
                                        place.position(),
                                        ours),
                        false);
            }
        }
    }
}
