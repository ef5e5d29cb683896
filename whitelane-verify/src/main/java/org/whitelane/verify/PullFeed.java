package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A service's pull feed of one stream, page by page from its beginning. */
final class PullFeed implements Source {

    private static final int LIMIT = 500;

    private final URI uri;
    private final Access access;
    private final JsonNode first;
    private final JsonEvents events = new JsonEvents();

    private PullFeed(URI uri, Access access) {
        this.uri = uri;
        this.access = access;
        this.first = page("");
    }

    static PullFeed open(URI uri, Access access) {
        return new PullFeed(uri, access);
    }

    @Override
    public String name() {
        return "feed " + uri;
    }

    @Override
    public String stream() {
        return first.path("stream").asString("");
    }

    @Override
    public @Nullable String incarnation() {
        return first.path("incarnation").asString(null);
    }

    @Override
    public String place(long place) {
        return "event %d of the feed".formatted(place);
    }

    @Override
    public void read(Walk walk) {
        long place = 0;
        for (var page = first; !walk.isDone(); page = page(page.path("next").asString(""))) {
            mustBeOfTheStream(page);
            for (var event : page.path("events")) {
                walk.accept(events.read(event, ++place));
            }
            if (page.path("events").isEmpty()) {
                var head = page.path("head");
                walk.ends(
                        head.path("position").asLong(),
                        HexFormat.of().parseHex(head.path("chainHash").asString("")));
                return;
            }
        }
    }

    /** The events as they came, and what the feed says of its end. */
    JsonNode each(Consumer<JsonNode> event) {
        for (var page = first; ; page = page(page.path("next").asString(""))) {
            mustBeOfTheStream(page);
            page.path("events").forEach(event);
            if (page.path("events").isEmpty()) {
                return page.path("head");
            }
        }
    }

    private void mustBeOfTheStream(JsonNode page) {
        if (!page.path("incarnation").equals(first.path("incarnation"))
                || !page.path("stream").equals(first.path("stream"))) {
            throw new Unusable(
                    "%s changed to another stream or incarnation while it was read; begin again"
                            .formatted(uri));
        }
    }

    private JsonNode page(String cursor) {
        var query =
                cursor.isEmpty()
                        // without it a reader would go on behind what it has acknowledged
                        ? "?afterPosition=0&limit=" + LIMIT
                        : "?limit=%d&after=%s"
                                .formatted(
                                        LIMIT, URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        try {
            var page = JsonEvents.JSON.readTree(access.get(URI.create(uri + query)));
            if (!page.path("events").isArray()
                    || !page.path("next").isString()
                    || !page.path("head").path("chainHash").asString("").matches("[0-9a-f]{64}")) {
                throw new Unusable(
                        "%s answered something that is no page of a feed".formatted(uri));
            }
            return page;
        } catch (JacksonException e) {
            throw new Unusable("%s answered no JSON: %s".formatted(uri, e.getOriginalMessage()), e);
        }
    }
}
