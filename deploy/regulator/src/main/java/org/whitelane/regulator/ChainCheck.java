package org.whitelane.regulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The reader's rule and the chain, as docs/events.md describes them. */
final class ChainCheck {

    /** In the order in which they are hashed. */
    private static final List<String> HASHED =
            List.of(
                    "id",
                    "type",
                    "source",
                    "subject",
                    "time",
                    "dataschema",
                    "datacontenttype",
                    "aggregateversion",
                    "correlationid",
                    "causationid");

    private ChainCheck() {}

    /** Sorted by position, duplicates dropped; every fault found is described. */
    static Verdict check(String genesis, Collection<Entry> arrived) {
        var faults = new ArrayList<String>();
        var sorted = new TreeMap<Long, Entry>();
        for (var entry : arrived) {
            var known = sorted.putIfAbsent(entry.position(), entry);
            if (known != null && !known.hash().equals(entry.hash())) {
                faults.add("position %d has two hashes".formatted(entry.position()));
            }
        }
        var previous = HexFormat.of().parseHex(genesis);
        long expected = 1;
        for (var entry : sorted.values()) {
            if (entry.position() != expected) {
                faults.add("position %d is missing".formatted(expected));
                break;
            }
            previous = next(previous, entry);
            if (!HexFormat.of().formatHex(previous).equals(entry.hash())) {
                faults.add("position %d was altered, or the one before it".formatted(expected));
                break;
            }
            expected++;
        }
        return new Verdict(List.copyOf(sorted.values()), arrived.size() - sorted.size(), faults);
    }

    /**
     * @param duplicates arrived more than once with the same hash: allowed
     */
    record Verdict(List<Entry> entries, int duplicates, List<String> faults) {

        boolean holds() {
            return faults.isEmpty();
        }

        String lastHash() {
            return entries.isEmpty() ? "-" : entries.getLast().hash();
        }
    }

    private static byte[] next(byte[] previous, Entry entry) {
        var leaf = sha256();
        leaf.update((byte) 0);
        for (var name : HASHED) {
            var text = entry.attribute(name);
            prefixed(leaf, text == null ? null : text.getBytes(UTF_8));
        }
        prefixed(leaf, entry.value());
        prefixed(leaf, HexFormat.of().parseHex(String.valueOf(entry.attribute("privatedigest"))));
        var link = sha256();
        link.update((byte) 1);
        link.update(previous);
        link.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.position()).array());
        return link.digest(leaf.digest());
    }

    private static void prefixed(MessageDigest digest, byte @Nullable [] bytes) {
        int length = bytes == null ? -1 : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
