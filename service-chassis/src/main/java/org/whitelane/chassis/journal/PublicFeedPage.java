package org.whitelane.chassis.journal;

import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventTypes;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * @param events what everybody may see of the stream's next events; those that are nobody's
 *     business are not in it
 * @param more whether the stream went on when this was read: then ask again at once
 * @param next where to go on; always present
 */
record PublicFeedPage(String stream, List<PublicEvent> events, boolean more, String next) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PublicFeedPage of(String stream, List<Link> links, boolean more, String next) {
        return new PublicFeedPage(
                stream,
                links.stream().map(PublicEvent::of).flatMap(Optional::stream).toList(),
                more,
                next);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /**
     * A CloudEvent in its JSON format. Neither its place in the stream nor its number in the
     * aggregate: what is missing between two of them would tell how much is confidential. Nor the
     * schema, which requires what may be missing here.
     */
    record PublicEvent(
            String specversion,
            String id,
            String type,
            String source,
            String subject,
            String time,
            String datacontenttype,
            ObjectNode data) {

        /** Empty where everybody is not told of it, or the type is not known here. */
        static Optional<PublicEvent> of(Link link) {
            var event = link.entry().attributes();
            return EventTypes.forType(event.type())
                    .flatMap(type -> Audiences.view(type, link.entry().value(), Audience.PUBLIC))
                    .map(
                            data ->
                                    new PublicEvent(
                                            EventCodec.SPEC_VERSION,
                                            event.id(),
                                            event.type(),
                                            event.source(),
                                            event.subject(),
                                            event.time(),
                                            event.contentType(),
                                            data));
        }
    }
}
