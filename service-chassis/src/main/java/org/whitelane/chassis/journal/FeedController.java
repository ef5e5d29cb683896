package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Topic;

import java.util.List;

/** The pull feed: what the topic holds, over HTTP, for readers without a Kafka client. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/feed")
@PreAuthorize("hasAnyRole('REGULATOR', 'AUDITOR')")
class FeedController {

    private static final int MAX_LIMIT = 500;

    private final Links links;
    private final Cursors cursors;

    FeedController(Links links, Cursors cursors) {
        this.links = links;
        this.cursors = cursors;
    }

    @GetMapping("/{stream}")
    @Operation(
            summary = "Pull a stream's events in order, with their proofs",
            description =
                    "What the Kafka topic holds, for readers without a Kafka client. `next` is the"
                        + " cursor for `after`, also at the end: ask again later. Positions, leaves"
                        + " and hashes prove that nothing is missing or altered. Whoever lacks some"
                        + " in between asks by `afterPosition` instead.")
    FeedPage read(
            @PathVariable String stream,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Long afterPosition,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        var head = head(stream);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid(
                    List.of(new Fault("?limit", "range", "must be between 1 and " + MAX_LIMIT)));
        }
        // a cursor of another stream, reader or incarnation is refused
        var reader = caller.issuer() + " " + caller.subject();
        var scope = String.join(" ", "feed", stream, reader, head.incarnation());
        long position = position(scope, after, afterPosition);
        requireReached(head, position);
        var page = links.after(stream, position, limit);
        long next = page.isEmpty() ? position : page.getLast().position();
        return FeedPage.of(
                stream, end(head, page), page, cursors.encode(scope, List.of(Long.toString(next))));
    }

    /** Positions are no secret of the feed's: the topic says them too. */
    private long position(String scope, @Nullable String after, @Nullable Long afterPosition) {
        if (after != null && afterPosition != null) {
            throw Problem.invalid(
                    List.of(
                            new Fault(
                                    "?afterPosition",
                                    "exclusive",
                                    "must not be given with after: one says where to go on")));
        }
        if (afterPosition != null && afterPosition < 0) {
            throw Problem.invalid(
                    List.of(new Fault("?afterPosition", "range", "must be 0 or more")));
        }
        if (afterPosition != null) {
            return afterPosition;
        }
        return after == null ? 0 : Long.parseLong(cursors.decode(scope, after).getFirst());
    }

    /** Not before the page's last event: links are placed while we read. */
    private static Head end(Head head, List<Link> page) {
        if (page.isEmpty() || page.getLast().position() <= head.position()) {
            return head;
        }
        return new Head(head.incarnation(), page.getLast().position(), page.getLast().hash());
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

    /** Only streams that are published; a service has the heads of its own topics only. */
    private Head head(String stream) {
        return Topic.named(stream)
                .flatMap(topic -> links.head(stream))
                .orElseThrow(() -> Problem.notFound("The feed"));
    }
}
