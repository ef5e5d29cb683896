package org.whitelane.localstack.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.client.StreamEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a regulator has handled of one stream, as an export that {@code whitelane-verify} reads. */
final class OwnCopy {

    private final Path file;
    private final String header;
    private final List<String> events = new ArrayList<>();
    private long end;
    private String hash;

    /**
     * @param genesis the hash before the first event, in hexadecimal digits
     */
    OwnCopy(Path file, String stream, String incarnation, String genesis) {
        this.file = file;
        this.hash = genesis;
        this.header =
                json(
                        Map.of(
                                "format",
                                "org.whitelane.export.v1",
                                "stream",
                                stream,
                                "incarnation",
                                incarnation));
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() {
        try {
            var lines = Files.readAllLines(file);
            events.addAll(lines.subList(1, lines.size() - 1));
            var last = Http.JSON.readTree(lines.getLast());
            end = last.path("end").asLong();
            hash = last.path("chainhash").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last position that it holds. */
    long end() {
        return end;
    }

    void add(StreamEvent event) {
        events.add(json(fields(event)));
        end = event.position();
        hash = HexFormat.of().formatHex(event.chainHash());
    }

    /** Whole after each call. */
    void save() {
        var lines = new ArrayList<String>();
        lines.add(header);
        lines.addAll(events);
        lines.add(json(Map.of("end", end, "chainhash", hash)));
        try {
            Files.write(file, lines, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the pull feed has them. */
    private static Map<String, Object> fields(StreamEvent event) {
        var attributes = event.attributes();
        var hex = HexFormat.of();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("specversion", "1.0");
        fields.put("id", attributes.id());
        fields.put("type", attributes.type());
        fields.put("source", attributes.source());
        fields.put("subject", attributes.subject());
        fields.put("time", attributes.time());
        fields.put("dataschema", attributes.dataSchema());
        fields.put("datacontenttype", attributes.contentType());
        fields.put("aggregateversion", attributes.aggregateVersion());
        fields.put("position", event.position());
        fields.put("leaf", hex.formatHex(event.leaf()));
        fields.put("chainhash", hex.formatHex(event.chainHash()));
        fields.put("privatedigest", hex.formatHex(event.privateDigest()));
        if (attributes.correlationId() != null) {
            fields.put("correlationid", attributes.correlationId());
        }
        if (attributes.causationId() != null) {
            fields.put("causationid", attributes.causationId());
        }
        fields.put("data_base64", Base64.getEncoder().encodeToString(event.data()));
        return fields;
    }

    private static String json(Map<String, Object> fields) {
        return Http.JSON.writeValueAsString(fields);
    }
}
