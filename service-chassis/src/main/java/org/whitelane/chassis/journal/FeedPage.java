package org.whitelane.chassis.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.EventCodec;

import java.util.List;

/**
 * @param genesis what position 1 is chained to
 * @param head the end of the stream when the page was read
 * @param next always present: with no events it names the same place
 */
record FeedPage(
        String stream,
        String incarnation,
        String genesis,
        FeedHead head,
        List<FeedEvent> events,
        String next) {

    static FeedPage of(String stream, Head head, List<Link> links, String next) {
        return new FeedPage(
                stream,
                head.incarnation(),
                Chain.hex(Chain.genesis(stream, head.incarnation())),
                new FeedHead(head.position(), Chain.hex(head.hash())),
                links.stream().map(FeedEvent::of).toList(),
                next);
    }

    record FeedHead(long position, String chainHash) {}

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
            @JsonProperty("data_base64") byte[] data) {

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
