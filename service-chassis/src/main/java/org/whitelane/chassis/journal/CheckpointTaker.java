package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.events.Chain;
import org.whitelane.events.CheckpointEvent;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointEvent.PartitionEnd;
import org.whitelane.events.CheckpointSeal;
import org.whitelane.events.Topic;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Takes a checkpoint of one stream: reads two rows and the topic's ends however long the stream is,
 * and appends the signed statement like any other event.
 */
final class CheckpointTaker {

    private static final Logger log = LoggerFactory.getLogger(CheckpointTaker.class);

    /** Nobody asked for them but time. */
    private static final String ACTOR = "system";

    private final Checkpoints checkpoints;
    private final StreamProgress progress;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Signing signing;

    /**
     * @param ends asks the broker
     */
    record Signing(String service, CheckpointKeys keys, TopicEnds ends, Clock clock) {}

    CheckpointTaker(
            Checkpoints checkpoints,
            StreamProgress progress,
            Journal journal,
            TransactionTemplate transaction,
            Signing signing) {
        this.checkpoints = checkpoints;
        this.progress = progress;
        this.journal = journal;
        this.transaction = transaction;
        this.signing = signing;
    }

    /** Of every stream that moved and is due. */
    void takeAll(StreamProgress.Due due) {
        for (var stream : progress.streams()) {
            if (!checkpoints.isOwn(stream)) {
                take(stream, due);
            }
        }
    }

    private void take(String stream, StreamProgress.Due due) {
        long covered = covered(checkpoints.newest(stream).map(Checkpoints.Stored::checkpoint));
        // first the position, then the ends: so they lie behind it
        var reached = progress.reached(stream, covered, due);
        if (reached.isEmpty()) {
            return;
        }
        var ends =
                Topic.named(stream).isPresent() ? signing.ends.of(stream) : List.<PartitionEnd>of();
        transaction.executeWithoutResult(_ -> append(stream, reached.get(), ends));
    }

    private void append(String stream, StreamProgress.Reached reached, List<PartitionEnd> ends) {
        checkpoints.lock(stream);
        var before = checkpoints.newest(stream).map(Checkpoints.Stored::checkpoint).orElse(null);
        long covered = before == null ? 0 : before.lastPosition();
        if (reached.position() <= covered) {
            return; // somebody who led before us has done it meanwhile
        }
        var checkpoint = checkpoint(stream, reached, before, ends);
        journal.append(
                CheckpointEvent.of(signing.service, checkpoint, signing.keys.sign(checkpoint)),
                PrivatePart.by(ACTOR));
        log.info("checkpoint {} of {} at {}", checkpoint.number(), stream, reached.position());
    }

    private Checkpoint checkpoint(
            String stream,
            StreamProgress.Reached reached,
            @Nullable Checkpoint before,
            List<PartitionEnd> ends) {
        long first = before == null ? 1 : before.lastPosition() + 1;
        return new Checkpoint(
                stream,
                before == null ? 1 : before.number() + 1,
                reached.incarnation(),
                first,
                reached.position(),
                reached.position() - first + 1,
                Chain.hex(reached.hash()),
                ends,
                signing.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                before == null ? null : CheckpointSeal.digest(before),
                signing.keys.keyId());
    }

    private static long covered(java.util.Optional<Checkpoint> newest) {
        return newest.map(Checkpoint::lastPosition).orElse(0L);
    }
}
