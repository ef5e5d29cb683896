package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventTypes;
import org.whitelane.events.Topic;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * What is published, as it happens, for everybody: a stream's events as their marks let the public
 * see them.
 */
@RestController
class PublicFeedController {

    /** Entries looked at for a page, most of which may be nobody's business. */
    static final int SCAN = 500;

    private static final Duration KEEP = Duration.ofMinutes(1);
    private static final String BEGINNING = "";

    private final Links links;
    private final Cursors cursors;

    PublicFeedController(Links links, Cursors cursors) {
        this.links = links;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/${whitelane.api-path}/public-feed/{stream}")
    @Operation(
            summary = "Follow what a stream tells everybody",
            description =
                    "Published facts in order, each as its fields' marks let the public see it. A"
                        + " page may be empty although there is more: go on with `next` as `after`,"
                        + " at once while `more`, else later. With an ETag, and fit for caches.")
    ResponseEntity<PublicFeedPage> read(
            @PathVariable String stream, @RequestParam @Nullable String after) {
        var head = head(stream);
        var scope = String.join(" ", "public feed", stream, head.incarnation());
        var place = after == null ? BEGINNING : cursors.decode(scope, after).getFirst();
        var scanned = links.after(stream, position(stream, place), SCAN);
        var last = scanned.isEmpty() ? null : scanned.getLast();
        var page =
                PublicFeedPage.of(
                        stream,
                        scanned,
                        last != null && last.position() < head.position(),
                        cursors.encode(
                                scope,
                                List.of(last == null ? place : last.entry().attributes().id())));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEEP).cachePublic())
                .eTag(tag(page))
                .body(page);
    }

    /**
     * The cursor holds an event's id and not its position: positions would tell how much lies
     * between two published events.
     */
    private long position(String stream, String place) {
        return place.equals(BEGINNING)
                ? 0
                : links.positionOf(stream, place)
                        .orElseThrow(
                                () ->
                                        Problem.conflict(
                                                "cursor-ahead-of-stream",
                                                "This cursor is at an event that the stream does"
                                                        + " not have (a restored database?); start"
                                                        + " without a cursor."));
    }

    private Head head(String stream) {
        return Topic.named(stream)
                .filter(PublicFeedController::isPublic)
                .flatMap(topic -> links.head(stream))
                .orElseThrow(() -> Problem.notFound("The feed"));
    }

    private static boolean isPublic(Topic topic) {
        return Audiences.toldTo(Audience.PUBLIC).stream()
                .anyMatch(type -> EventTypes.topicOf(type) == topic);
    }

    /** Of the bytes: marks that narrowed since are another page. */
    private static String tag(PublicFeedPage page) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(page.bytes());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
