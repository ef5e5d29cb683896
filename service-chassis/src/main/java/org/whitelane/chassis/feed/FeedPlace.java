package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.journal.Head;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;

import java.util.List;

/** Behind which position a page begins. */
final class FeedPlace {

    private final Cursors cursors;

    FeedPlace(Cursors cursors) {
        this.cursors = cursors;
    }

    /** What the reader asked for; neither: behind what was acknowledged. */
    record Asked(@Nullable String after, @Nullable Long afterPosition) {

        List<Fault> faults() {
            if (after != null && afterPosition != null) {
                return List.of(
                        new Fault(
                                "?afterPosition",
                                "exclusive",
                                "must not be given with after: one says where to go on"));
            }
            return afterPosition != null && afterPosition < 0
                    ? List.of(new Fault("?afterPosition", "range", "must be 0 or more"))
                    : List.of();
        }
    }

    String cursor(String stream, FeedReader reader, Head head, long position) {
        return cursors.encode(
                scope(stream, reader, head.incarnation()), List.of(Long.toString(position)));
    }

    /**
     * @throws Problem for a cursor that is not the reader's, and for a place that is not there
     */
    long of(
            Asked asked,
            String stream,
            FeedReader reader,
            Head head,
            @Nullable ReaderProgress progress) {
        long position;
        if (asked.afterPosition() != null) {
            position = asked.afterPosition(); // no secret of the feed's: the topic says them too
        } else if (asked.after() != null) {
            position = decoded(asked.after(), stream, reader, head, progress);
        } else {
            position = acknowledged(head, progress);
        }
        requireReached(head, position);
        return position;
    }

    private long decoded(
            String cursor,
            String stream,
            FeedReader reader,
            Head head,
            @Nullable ReaderProgress progress) {
        try {
            return decoded(scope(stream, reader, head.incarnation()), cursor);
        } catch (Problem foreign) {
            if (progress != null && !progress.incarnation().equals(head.incarnation())) {
                decoded(scope(stream, reader, progress.incarnation()), cursor);
                throw begunAnew();
            }
            throw foreign;
        }
    }

    private long decoded(String scope, String cursor) {
        return Long.parseLong(cursors.decode(scope, cursor).getFirst());
    }

    private static String scope(String stream, FeedReader reader, String incarnation) {
        return String.join(
                " ", "feed", stream, reader.issuer() + " " + reader.subject(), incarnation);
    }

    /** Nobody goes on quietly where the two histories differ. */
    private static long acknowledged(Head head, @Nullable ReaderProgress progress) {
        if (progress == null) {
            return 0;
        }
        if (!progress.incarnation().equals(head.incarnation())) {
            throw begunAnew();
        }
        var dispute = progress.dispute();
        if (dispute != null) {
            throw Problem.conflict(
                    "other-history",
                    "You hold another hash of position %d than we do; tell the operator, and read by afterPosition=0 to find where the two part."
                            .formatted(dispute.position()));
        }
        return progress.acknowledged();
    }

    private static Problem begunAnew() {
        return Problem.conflict(
                "stream-begun-anew",
                "The stream was begun anew after its loss: what was read before is of another"
                        + " history; read by afterPosition=0.");
    }

    /**
     * A cursor is given out for links that were committed: who is beyond the end has read what this
     * database has lost. "Nothing new" would hide from him what takes those places.
     */
    private static void requireReached(Head head, long position) {
        if (position > head.position()) {
            throw Problem.conflict(
                    "cursor-ahead-of-stream",
                    "This cursor is at position %d, the stream ends at %d (a restored database?); ask the operator."
                            .formatted(position, head.position()));
        }
    }
}
