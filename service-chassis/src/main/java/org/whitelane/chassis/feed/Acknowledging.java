package org.whitelane.chassis.feed;

import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.feed.ReaderProgress.Acknowledged;
import org.whitelane.chassis.journal.Head;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;

/** A reader says up to where it has a stream, and with which hash. */
final class Acknowledging {

    private final FeedStreams streams;
    private final ProgressRows rows;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Acknowledging(
            FeedStreams streams,
            ProgressRows rows,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.streams = streams;
        this.rows = rows;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a reader has what it acknowledges from. */
    enum Way {
        /** Only what was delivered can be acknowledged. */
        FEED,
        /** Kafka keeps its own offsets: the hash has to do. */
        TOPIC
    }

    sealed interface Outcome {

        /** Now or before; it stays where it was if that is further. */
        record Done() implements Outcome {}

        record BeyondEnd(long end) implements Outcome {}

        /**
         * @param upTo the last position that was
         */
        record NeverDelivered(long upTo) implements Outcome {}

        /** The alarm: what this reader holds is not what we hold. */
        record OtherHistory() implements Outcome {}
    }

    Outcome acknowledge(Grant grant, Head head, long position, byte[] hash, Way way) {
        if (position > head.position()) {
            return new Outcome.BeyondEnd(head.position());
        }
        var ours = streams.hashAt(grant.stream(), position).orElseThrow();
        return transaction.execute(
                _ -> {
                    var progress = rows.lock(grant, head.incarnation(), clock.instant());
                    return MessageDigest.isEqual(ours, hash)
                            ? advance(
                                    grant, acknowledged(grant, progress, position, hash, way), hash)
                            : dispute(grant, progress, position, hash);
                });
    }

    private Acknowledged acknowledged(
            Grant grant, ReaderProgress progress, long position, byte[] hash, Way way) {
        var now = clock.instant();
        return switch (way) {
            case FEED -> progress.acknowledge(position, hash, now);
            case TOPIC -> progress.acknowledgeTopic(position, hash, grant.types(), now);
        };
    }

    private Outcome advance(Grant grant, Acknowledged acknowledged, byte[] hash) {
        return switch (acknowledged) {
            case Acknowledged.Newly(var next, var stretch) -> {
                rows.save(grant, next);
                rows.acknowledged(grant, next.incarnation(), stretch, hash, clock.instant());
                yield new Outcome.Done();
            }
            case Acknowledged.Before(var next) -> {
                rows.save(grant, next);
                yield new Outcome.Done();
            }
            case Acknowledged.NeverDelivered(var upTo) -> new Outcome.NeverDelivered(upTo);
        };
    }

    /** Into the journal once, however often the reader repeats it. */
    private Outcome dispute(Grant grant, ReaderProgress progress, long position, byte[] hash) {
        rows.save(grant, progress.disputed(position, hash, clock.instant()));
        if (progress.dispute() == null) {
            var reader = grant.reader();
            journal.append(
                    new InternalEvent(
                            "org.whitelane.chassis.feed-history-disputed.v1",
                            reader.subject(),
                            Map.of(
                                    "stream", grant.stream(),
                                    "issuer", reader.issuer(),
                                    "subject", reader.subject(),
                                    "position", position,
                                    "chainHash", HexFormat.of().formatHex(hash))),
                    PrivatePart.by(reader.subject()));
        }
        return new Outcome.OtherHistory();
    }
}
