package org.whitelane.chassis.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.journal.Head;
import org.whitelane.chassis.journal.Link;
import org.whitelane.events.Chain;
import org.whitelane.events.EventCodec;

import java.util.List;

/**
 * @param genesis what position 1 is chained to
 * @param head the end of the stream when the page was read
 * @param next always present: with no events it names the same place
 * @param retryAfter seconds until asking for {@code next} makes sense; 0 when more is there
 */
record FeedPage(
        String stream,
        String incarnation,
        String genesis,
        FeedHead head,
        List<Item> events,
        String next,
        long retryAfter) {

    record FeedHead(long position, String chainHash) {

        static FeedHead of(Head head) {
            return new FeedHead(head.position(), Chain.hex(head.hash()));
        }
    }

    /** What stands at a position. */
    sealed interface Item {}

    enum Withheld {
        /** The reader's grant does not name its type. */
        NOT_GRANTED,
        /** The reader asked for other types. */
        NOT_ASKED_FOR
    }

    /** Of an event that is not shown: enough to follow the chain over it, and nothing of it. */
    record Stub(long position, String leaf, String chainhash, Withheld withheld) implements Item {

        static Stub of(Link link, Withheld withheld) {
            return new Stub(
                    link.position(), Chain.hex(link.leaf()), Chain.hex(link.hash()), withheld);
        }
    }

    /**
     * Flat, named as in the CloudEvents JSON format; the data as its exact bytes, since the chain
     * hashes them.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedEvent(
            String specversion,
            String id,
            String type,
            String source,
            String subject,
            String time,
            String dataschema,
            String datacontenttype,
            long aggregateversion,
            long position,
            String leaf,
            String chainhash,
            String privatedigest,
            @Nullable String correlationid,
            @Nullable String causationid,
            @JsonProperty("data_base64") byte[] data)
            implements Item {

        static FeedEvent of(Link link) {
            var entry = link.entry();
            var event = entry.attributes();
            return new FeedEvent(
                    EventCodec.SPEC_VERSION,
                    event.id(),
                    event.type(),
                    event.source(),
                    event.subject(),
                    event.time(),
                    event.dataSchema(),
                    event.contentType(),
                    event.aggregateVersion(),
                    link.position(),
                    Chain.hex(link.leaf()),
                    Chain.hex(link.hash()),
                    Chain.hex(entry.privateDigest()),
                    event.correlationId(),
                    event.causationId(),
                    entry.value());
        }
    }
}
