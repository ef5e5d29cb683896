package org.whitelane.client;

import org.whitelane.events.Chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * What was handled, in a file: position and hash of the last, and the version of each aggregate.
 * Written after the handler, so that one cut off in between gets that event again, as the only one.
 */
final class Progress {

    private static final String AGGREGATE = "aggregate.";

    private final Path file;
    private final Map<String, Long> versions = new HashMap<>();
    private String incarnation = "";
    private long position;
    private long withheld;
    private byte[] hash = {};

    Progress(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() {
        var saved = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            saved.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        incarnation = saved.getProperty("incarnation", "");
        position = Long.parseLong(saved.getProperty("position", "0"));
        withheld = Long.parseLong(saved.getProperty("withheld", "0"));
        hash = HexFormat.of().parseHex(saved.getProperty("hash", ""));
        for (var name : saved.stringPropertyNames()) {
            if (name.startsWith(AGGREGATE)) {
                versions.put(
                        name.substring(AGGREGATE.length()),
                        Long.parseLong(saved.getProperty(name)));
            }
        }
    }

    /** Of a stream that is read for the first time, or again. */
    void begin(String stream, String current) {
        if (incarnation.isEmpty()) {
            incarnation = current;
            hash = Chain.genesis(stream, current);
        } else if (!incarnation.equals(current)) {
            throw new StreamBroken(
                    "%s was begun anew: its incarnation is %s and was %s"
                            .formatted(stream, current, incarnation));
        }
    }

    /** Of the chain, at the last position. */
    byte[] chainHash() {
        return hash.clone();
    }

    long position() {
        return position;
    }

    long next() {
        return position + 1;
    }

    /**
     * @throws StreamBroken where it does not follow from what was handled
     */
    void requireFollows(Slot slot) {
        if (!HexFormat.of()
                .formatHex(Chain.next(hash, next(), slot.leaf()))
                .equals(HexFormat.of().formatHex(slot.chainHash()))) {
            throw new StreamBroken(
                    "position %d, %s, does not follow from what was read before"
                            .formatted(slot.position(), slot.name()));
        }
        if (slot.event() != null) {
            requireNextVersion(slot.event());
        }
    }

    /** Versions may be missing where events were withheld, as many as those at most. */
    private void requireNextVersion(StreamEvent event) {
        var attributes = event.attributes();
        long before = versions.getOrDefault(attributes.subject(), 0L);
        long version = attributes.aggregateVersion();
        if (version <= before || version > before + 1 + withheld) {
            throw new StreamBroken(
                    "position %d is version %d of %s, version %d was the last"
                            .formatted(
                                    event.position(),
                                    attributes.aggregateVersion(),
                                    attributes.subject(),
                                    before));
        }
    }

    void handled(Slot slot) {
        position = slot.position();
        hash = slot.chainHash();
        var event = slot.event();
        if (event == null) {
            withheld++;
        } else {
            versions.put(event.attributes().subject(), event.attributes().aggregateVersion());
        }
    }

    /** How many events the feed did not show. */
    long withheld() {
        return withheld;
    }

    void save() {
        var saved = new Properties();
        saved.setProperty("incarnation", incarnation);
        saved.setProperty("position", Long.toString(position));
        saved.setProperty("withheld", Long.toString(withheld));
        saved.setProperty("hash", HexFormat.of().formatHex(hash));
        versions.forEach(
                (subject, version) -> saved.setProperty(AGGREGATE + subject, version.toString()));
        var draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (var out = Files.newBufferedWriter(draft)) {
                saved.store(out, null);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
