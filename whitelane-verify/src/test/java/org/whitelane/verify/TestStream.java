package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointKey;
import org.whitelane.events.CheckpointSeal;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stream to be falsified. Its hashes are made from the description in docs/events.md with a JDK
 * alone: the verifier is not held against its own code.
 */
final class TestStream {

    static final String NAME = "whitelane.registry.organisation.v1";
    static final String INCARNATION = "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11";

    private static final List<String> LEAF =
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

    final List<Map<String, Object>> events = new ArrayList<>();

    static TestStream of(int length) {
        var stream = new TestStream();
        for (int n = 1; n <= length; n++) {
            stream.events.add(event(n, "{\"n\":%d,\"名\":\"值\"}".formatted(n)));
        }
        stream.chainFrom(1);
        return stream;
    }

    static Map<String, Object> event(int n, String data) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", "id-%04d".formatted(n));
        event.put("type", "org.whitelane.registry.organisation-changed.v1");
        event.put("source", "/whitelane/registry");
        event.put("subject", "主题-" + n % 3);
        event.put("time", "2026-03-02T01:02:03.%03dZ".formatted(n % 1000));
        event.put("dataschema", "https://whitelane.org/schema/x.json");
        event.put("datacontenttype", "application/json");
        event.put("aggregateversion", n / 3 + 1);
        event.put("position", n);
        event.put("leaf", "");
        event.put("chainhash", "");
        event.put("privatedigest", HexFormat.of().formatHex(sha256(new byte[] {(byte) n})));
        if (n % 2 == 0) {
            event.put("correlationid", "c-" + n);
        }
        event.put("data_base64", Base64.getEncoder().encodeToString(data.getBytes(UTF_8)));
        return event;
    }

    /** Makes positions, leaves and hashes anew from there on: what a thorough forger does. */
    TestStream chainFrom(int position) {
        var hash =
                position == 1
                        ? sha256(new byte[] {2}, lp(NAME), lp(INCARNATION))
                        : HexFormat.of().parseHex(text(events.get(position - 2), "chainhash"));
        for (int n = position; n <= events.size(); n++) {
            var event = events.get(n - 1);
            event.put("position", n);
            var leaf = leaf(event);
            hash = sha256(new byte[] {1}, hash, eight(n), leaf);
            event.put("leaf", HexFormat.of().formatHex(leaf));
            event.put("chainhash", HexFormat.of().formatHex(hash));
        }
        return this;
    }

    static byte[] leaf(Map<String, Object> event) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        LEAF.forEach(name -> bytes.writeBytes(lp(event.get(name))));
        bytes.writeBytes(lp(Base64.getDecoder().decode(text(event, "data_base64"))));
        bytes.writeBytes(lp(HexFormat.of().parseHex(text(event, "privatedigest"))));
        return sha256(bytes.toByteArray());
    }

    String hashAt(int position) {
        return text(events.get(position - 1), "chainhash");
    }

    static String text(Map<String, Object> event, String name) {
        return String.valueOf(event.get(name));
    }

    Path write(Path file) throws IOException {
        var end = events.isEmpty() ? "" : hashAt(events.size());
        return write(file, events.size(), end);
    }

    Path write(Path file, int end, String hash) throws IOException {
        var json = JsonMapper.shared();
        var text = new StringBuilder();
        text.append(
                "{\"format\":\"org.whitelane.export.v1\",\"stream\":\"%s\",\"incarnation\":\"%s\"}\n"
                        .formatted(NAME, INCARNATION));
        events.forEach(event -> text.append(json.writeValueAsString(event)).append('\n'));
        text.append("{\"end\":%d,\"chainhash\":\"%s\"}\n".formatted(end, hash));
        return Files.writeString(file, text);
    }

    /** A key and what is signed with it. */
    static final class Signer {

        final KeyPair pair = generated();
        final CheckpointKey key = CheckpointKey.of(pair.getPublic());

        Path writeKey(Path file) throws IOException {
            return Files.writeString(
                    file, "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}".formatted(key.x()));
        }

        Checkpoint checkpoint(
                TestStream stream, int number, int position, @Nullable Checkpoint before) {
            long first = before == null ? 1 : before.lastPosition() + 1;
            return new Checkpoint(
                    NAME,
                    number,
                    INCARNATION,
                    first,
                    position,
                    position - first + 1,
                    stream.hashAt(position),
                    List.of(),
                    "2026-03-02T0%d:00:00Z".formatted(number),
                    before == null ? null : CheckpointSeal.digest(before),
                    key.thumbprint());
        }

        Path write(Path file, Checkpoint... checkpoints) throws IOException {
            var text = new StringBuilder();
            for (var checkpoint : checkpoints) {
                text.append(
                        "{\"jws\":\"%s\"}\n"
                                .formatted(CheckpointSeal.sign(checkpoint, pair.getPrivate())));
            }
            return Files.writeString(file, text);
        }

        private static KeyPair generated() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static byte[] lp(@Nullable Object value) {
        if (value == null) {
            return new byte[] {-1, -1, -1, -1};
        }
        byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(UTF_8);
        var out = new ByteArrayOutputStream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(bytes.length >>> shift);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] eight(long number) {
        var bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (number >>> (56 - 8 * i));
        }
        return bytes;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
