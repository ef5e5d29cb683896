package org.whitelane.chassis.journal;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event as its topic gives it back: the very texts and bytes that were hashed. */
record Arrived(
        long position,
        String chainHash,
        EventAttributes attributes,
        @Nullable String traceparent,
        byte[] value,
        byte[] privateDigest) {

    private static final String HASH = "[0-9a-f]{64}";
    private static final String NUMBER = "[1-9]\\d{0,17}";

    /** Empty for what is no event of ours: whoever wrote it, the journal did not. */
    static Optional<Arrived> of(ConsumerRecord<byte[], byte[]> row) {
        var headers = new HashMap<String, String>();
        row.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        boolean placed =
                matches(headers, "ce_position", NUMBER)
                        && matches(headers, "ce_aggregateversion", NUMBER)
                        && matches(headers, "ce_chainhash", HASH)
                        && matches(headers, "ce_privatedigest", HASH);
        return placed && isWhole(row, headers) ? Optional.of(read(row, headers)) : Optional.empty();
    }

    private static boolean matches(Map<String, String> headers, String name, String shape) {
        return headers.getOrDefault(name, "").matches(shape);
    }

    private static boolean isWhole(
            ConsumerRecord<byte[], byte[]> row, Map<String, String> headers) {
        boolean named =
                headers.keySet()
                        .containsAll(
                                List.of(
                                        "ce_id",
                                        "ce_type",
                                        "ce_source",
                                        "ce_subject",
                                        "ce_time",
                                        "ce_dataschema",
                                        "content-type"));
        return named
                && row.value() != null
                && row.key() != null
                && Arrays.equals(
                        row.key(), text(headers, "ce_subject").getBytes(StandardCharsets.UTF_8));
    }

    private static Arrived read(ConsumerRecord<byte[], byte[]> row, Map<String, String> headers) {
        var attributes =
                new EventAttributes(
                        text(headers, "ce_id"),
                        text(headers, "ce_type"),
                        text(headers, "ce_source"),
                        text(headers, "ce_subject"),
                        text(headers, "ce_time"),
                        text(headers, "ce_dataschema"),
                        text(headers, "content-type"),
                        Long.parseLong(text(headers, "ce_aggregateversion")),
                        headers.get("ce_correlationid"),
                        headers.get("ce_causationid"));
        return new Arrived(
                Long.parseLong(text(headers, "ce_position")),
                text(headers, "ce_chainhash"),
                attributes,
                headers.get("traceparent"),
                row.value(),
                HexFormat.of().parseHex(text(headers, "ce_privatedigest")));
    }

    private static String text(Map<String, String> headers, String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] leaf() {
        return Chain.leaf(attributes, value, privateDigest);
    }
}
