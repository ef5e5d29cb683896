package org.whitelane.client;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.util.HexFormat;
import java.util.function.Function;

/**
 * An event of the stream.
 *
 * @param attributes as on the wire
 * @param data the JSON's bytes, untouched
 * @param privateDigest of the producer's private part, 32 bytes; whoever keeps the event keeps it
 *     too, to make the leaf again
 */
public record StreamEvent(
        long position,
        EventAttributes attributes,
        byte[] data,
        byte[] privateDigest,
        byte[] chainHash,
        byte[] leaf) {

    /**
     * @param text of an attribute by its plain name, null where it is absent
     * @throws StreamBroken for what is no event of ours
     */
    static StreamEvent of(
            Function<String, @Nullable String> text, byte @Nullable [] data, String place) {
        try {
            if (data == null || !required(text, "specversion").equals("1.0")) {
                throw new IllegalArgumentException("it has no data or another specversion");
            }
            var attributes =
                    new EventAttributes(
                            required(text, "id"),
                            required(text, "type"),
                            required(text, "source"),
                            required(text, "subject"),
                            required(text, "time"),
                            required(text, "dataschema"),
                            required(text, "datacontenttype"),
                            Long.parseLong(required(text, "aggregateversion")),
                            text.apply("correlationid"),
                            text.apply("causationid"));
            var privateDigest = HexFormat.of().parseHex(required(text, "privatedigest"));
            return new StreamEvent(
                    Long.parseLong(required(text, "position")),
                    attributes,
                    data,
                    privateDigest,
                    HexFormat.of().parseHex(required(text, "chainhash")),
                    Chain.leaf(attributes, data, privateDigest));
        } catch (IllegalArgumentException e) {
            throw new StreamBroken(
                    "what stands at %s is no event: %s".formatted(place, e.getMessage()), e);
        }
    }

    private static String required(Function<String, @Nullable String> text, String name) {
        var value = text.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }
}
