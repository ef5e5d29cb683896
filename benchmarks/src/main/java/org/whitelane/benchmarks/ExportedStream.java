package org.whitelane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.events.Chain;
import org.whitelane.events.ChainHasher;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointKey;
import org.whitelane.events.CheckpointSeal;
import org.whitelane.events.EventAttributes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * An exported stream of any length, its key and a checkpoint of its end: entries of the size that
 * {@code quota-used} has.
 */
record ExportedStream(Path file, Path key, Path checkpoint) {

    private static final String STREAM = "whitelane.whitelist.entry.v1";
    private static final String INCARNATION = "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11";
    private static final int BUFFER = 1 << 20;

    static ExportedStream write(Path folder, int entries) throws IOException {
        var file = folder.resolve("export");
        byte[] hash;
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            hash = write(out, entries);
        }
        return sealed(folder, file, entries, hash);
    }

    private static byte[] write(OutputStream out, int entries) throws IOException {
        line(
                out,
                "{\"format\":\"org.whitelane.export.v1\",\"stream\":\"%s\",\"incarnation\":\"%s\"}"
                        .formatted(STREAM, INCARNATION));
        var hasher = new ChainHasher();
        var hash = Chain.genesis(STREAM, INCARNATION);
        var digest = new byte[32];
        for (int n = 1; n <= entries; n++) {
            var id = new UUID(0x01890a5dac967000L + n, 0x8000000000000000L + n).toString();
            var data = data(id, n);
            var leaf = leaf(hasher, id, n, data, digest);
            hash = hasher.next(hash, n, leaf);
            line(out, event(id, n, leaf, hash, digest, data));
        }
        line(out, "{\"end\":%d,\"chainhash\":\"%s\"}".formatted(entries, Chain.hex(hash)));
        return hash;
    }

    private static String data(String id, int n) {
        return "{\"entryId\":\""
                + id
                + "\",\"entryNumber\":\"TJ-2022-1-"
                + n
                + "\",\"declarationId\":\""
                + id
                + "\",\"quantity\":{\"amount\":\"12.5\",\"unit\":\"g\"},\"fromReservation\":true,\"quota\":"
                + "{\"approved\":\"500\",\"reserved\":\"0\",\"used\":\"125\",\"unit\":\"g\"}}";
    }

    private static byte[] leaf(ChainHasher hasher, String id, int n, String data, byte[] digest) {
        return hasher.begin()
                .part(id)
                .part("org.whitelane.whitelist.quota-used.v1")
                .part("/whitelane/whitelist")
                .part(id)
                .part("2026-03-02T01:02:03.456Z")
                .part("https://whitelane.org/schema/whitelist/quota-used.v1.schema.json")
                .part(EventAttributes.JSON)
                .part(Integer.toString(n))
                .part(id)
                .absent()
                .part(data.getBytes(UTF_8))
                .part(digest)
                .digest();
    }

    private static String event(
            String id, int n, byte[] leaf, byte[] hash, byte[] digest, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\""
                + id
                + "\",\"type\":\"org.whitelane.whitelist.quota-used.v1\",\"source\":\"/whitelane/whitelist\",\"subject\":\""
                + id
                + "\",\"time\":\"2026-03-02T01:02:03.456Z\",\"dataschema\":\"https://whitelane.org/schema/whitelist/quota-used.v1.schema.json\",\"datacontenttype\":\"application/json\",\"aggregateversion\":"
                + n
                + ",\"position\":"
                + n
                + ",\"leaf\":\""
                + Chain.hex(leaf)
                + "\",\"chainhash\":\""
                + Chain.hex(hash)
                + "\",\"privatedigest\":\""
                + Chain.hex(digest)
                + "\",\"correlationid\":\""
                + id
                + "\",\"data_base64\":\""
                + Base64.getEncoder().encodeToString(data.getBytes(UTF_8))
                + "\"}";
    }

    private static ExportedStream sealed(Path folder, Path file, int entries, byte[] hash)
            throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = CheckpointKey.of(pair.getPublic());
            var checkpoint =
                    new Checkpoint(
                            STREAM,
                            1,
                            INCARNATION,
                            1,
                            entries,
                            entries,
                            Chain.hex(hash),
                            List.of(),
                            "2026-03-02T02:00:00Z",
                            null,
                            key.thumbprint());
            return new ExportedStream(
                    file,
                    Files.writeString(
                            folder.resolve("key"),
                            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
                                    .formatted(key.x())),
                    Files.writeString(
                            folder.resolve("checkpoint"),
                            "{\"jws\":\"%s\"}"
                                    .formatted(
                                            CheckpointSeal.sign(checkpoint, pair.getPrivate()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.write('\n');
    }
}
