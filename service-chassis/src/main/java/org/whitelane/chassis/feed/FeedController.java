package org.whitelane.chassis.feed;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.feed.FeedPage.FeedEvent;
import org.whitelane.chassis.feed.FeedPage.Item;
import org.whitelane.chassis.feed.FeedPage.Stub;
import org.whitelane.chassis.feed.FeedPage.Withheld;
import org.whitelane.chassis.feed.FeedReading.Part;
import org.whitelane.chassis.journal.Link;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pages of the feed. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/feed")
class FeedController {

    private static final int MAX_LIMIT = 500;

    private final FeedStreams streams;
    private final FeedAccess access;
    private final FeedReading reading;
    private final FeedPlace places;
    private final Duration retryAfter;

    FeedController(
            FeedStreams streams,
            FeedAccess access,
            FeedReading reading,
            FeedPlace places,
            FeedSettings settings) {
        this.streams = streams;
        this.access = access;
        this.reading = reading;
        this.places = places;
        this.retryAfter = settings.retryAfter();
    }

    @GetMapping("/{stream}")
    @Operation(
            summary = "Pull a stream's events in order, with their proofs",
            description =
                    "What the Kafka topic holds, for readers to whom an operator granted it."
                        + " Without `after` and `afterPosition` it goes on behind what the reader"
                        + " has acknowledged; `afterPosition=0` is the beginning. `next` is the"
                        + " cursor for `after`, also at the end: ask again after `retryAfter`"
                        + " seconds. Events of other types than those granted and asked for by"
                        + " `type` (a name, or how names begin and `*`) come as stubs. Positions,"
                        + " leaves and hashes prove that nothing is missing or altered.")
    @PreAuthorize("hasAnyRole('REGULATOR', 'AUDITOR')")
    FeedPage read(
            @PathVariable String stream,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Long afterPosition,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable List<String> type,
            Caller caller) {
        var head = streams.head(stream);
        var grant = access.toRead(stream, caller);
        var asked = new FeedPlace.Asked(after, afterPosition);
        requireReadable(asked, limit, type, stream);
        var reader = FeedReader.of(caller);
        var progress = reading.progress(grant);
        var part =
                reading.read(stream, head, places.of(asked, stream, reader, head, progress), limit);
        var granted = grant == null ? TypeFilter.ALL : grant.types();
        var filter = type == null ? TypeFilter.ALL : new TypeFilter(type);
        if (grant != null) {
            reading.delivered(grant, part, granted.and(filter), progress);
        }
        var items = part.links().stream().map(link -> item(link, granted, filter)).toList();
        return page(stream, part, items, places.cursor(stream, reader, head, part.to()));
    }

    private static void requireReadable(
            FeedPlace.Asked asked, int limit, @Nullable List<String> types, String stream) {
        var faults = new ArrayList<>(asked.faults());
        if (limit < 1 || limit > MAX_LIMIT) {
            faults.add(new Fault("?limit", "range", "must be between 1 and " + MAX_LIMIT));
        }
        if (types != null) {
            faults.addAll(TypeFilter.faults("?type", types, stream));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static Item item(Link link, TypeFilter granted, TypeFilter filter) {
        var type = link.entry().attributes().type();
        if (!granted.lets(type)) {
            return Stub.of(link, Withheld.NOT_GRANTED);
        }
        return filter.lets(type) ? FeedEvent.of(link) : Stub.of(link, Withheld.NOT_ASKED_FOR);
    }

    private FeedPage page(String stream, Part part, List<Item> items, String next) {
        var head = part.head();
        return new FeedPage(
                stream,
                head.incarnation(),
                Chain.hex(Chain.genesis(stream, head.incarnation())),
                FeedPage.FeedHead.of(head),
                items,
                next,
                part.to() < head.position() ? 0 : retryAfter.toSeconds());
    }
}
