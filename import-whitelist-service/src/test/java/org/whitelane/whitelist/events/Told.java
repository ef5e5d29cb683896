package org.whitelane.whitelist.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.events.EventCodec;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.request.RequestChanged;

import tools.jackson.databind.JsonNode;

/**
 * An event as the journal keeps it: its type, and bytes.
 *
 * @param type without {@code org.whitelane.whitelist.}
 */
public record Told(String type, byte[] value) {

    private static final String PREFIX = "org.whitelane.whitelist.";

    public static Told of(RequestChanged change) {
        return switch (RequestEvents.of(change)) {
            case Written.Published(var event) -> of(event);
            case Written.Internal(var event) ->
                    new Told(
                            event.type().substring(PREFIX.length()),
                            Json.write(event.data()).getBytes(UTF_8));
        };
    }

    public static Told of(EventPayload event) {
        var type = EventTypes.typeOf(event.getClass());
        return new Told(type.substring(PREFIX.length()), EventCodec.encode(event));
    }

    public JsonNode data() {
        return Json.read(new String(value, UTF_8), JsonNode.class);
    }
}
