package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Head;
import org.whitelane.chassis.journal.Link;
import org.whitelane.chassis.journal.Links;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Pages of a stream, and who got them. */
final class FeedReading {

    /** A reader that asks every second for nothing new need not be noted every second. */
    private static final Duration NOTED = Duration.ofSeconds(10);

    private final Links links;
    private final ProgressRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedReading(Links links, ProgressRows rows, TransactionTemplate transaction, Clock clock) {
        this.links = links;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param head the end when it was read, not before the last link
     * @param from behind which it begins
     * @param to its last position, {@code from} where it is empty
     */
    record Part(Head head, List<Link> links, long from, long to) {}

    @Nullable ReaderProgress progress(@Nullable Grant grant) {
        return grant == null ? null : rows.find(grant).orElse(null);
    }

    Part read(String stream, Head head, long from, int limit) {
        var page = links.after(stream, from, limit);
        long to = page.isEmpty() ? from : page.getLast().position();
        return new Part(end(head, page), page, from, to);
    }

    /** Notes a page that goes out. */
    void delivered(Grant grant, Part part, TypeFilter inFull, @Nullable ReaderProgress known) {
        var now = clock.instant();
        var incarnation = part.head().incarnation();
        if (part.from() == part.to() && known != null && isNoted(known, incarnation, now)) {
            return;
        }
        transaction.executeWithoutResult(
                _ -> {
                    var progress = rows.lock(grant, incarnation, now);
                    var page = new Stretch(part.from(), part.to(), inFull, now);
                    rows.save(grant, progress.delivered(page));
                });
    }

    private static boolean isNoted(ReaderProgress known, String incarnation, Instant now) {
        var read = known.readAt();
        return read != null
                && known.incarnation().equals(incarnation)
                && read.plus(NOTED).isAfter(now);
    }

    /** Not before the page's last event: links are placed while we read. */
    private static Head end(Head head, List<Link> page) {
        if (page.isEmpty() || page.getLast().position() <= head.position()) {
            return head;
        }
        return new Head(head.incarnation(), page.getLast().position(), page.getLast().hash());
    }
}
