package org.whitelane.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain over a stream, version 1. All hashes are SHA-256; {@code ‖} joins bytes.
 *
 * <pre>
 * lp(x)   = length of x as 4 bytes, big-endian ‖ x;   lp(absent) = FF FF FF FF
 * hash_0  = H(02 ‖ lp(stream name) ‖ lp(incarnation id))
 * leaf_n  = H(00 ‖ lp(id) ‖ lp(type) ‖ lp(source) ‖ lp(subject) ‖ lp(time) ‖ lp(dataschema) ‖ lp(content type)
 *             ‖ lp(aggregate version, decimal) ‖ lp(correlation id) ‖ lp(causation id) ‖ lp(value) ‖ lp(private digest))
 * hash_n  = H(01 ‖ hash_(n-1) ‖ n as 8 bytes, big-endian ‖ leaf_n)
 * private digest = H(salt, 32 random bytes ‖ private part)
 * </pre>
 *
 * Texts are the UTF-8 bytes of the CloudEvents attribute as it stands on the wire; the private
 * digest enters as its 32 bytes. {@code traceparent} is not hashed. Vectors: {@code
 * chain/vectors.json} in this module.
 */
public final class Chain {

    private static final byte LEAF = 0;
    private static final byte LINK = 1;
    private static final byte GENESIS = 2;
    private static final int ABSENT = -1;
    private static final int HASH_LENGTH = 32;
    private static final int SALT_LENGTH = 32;

    private Chain() {}

    /** {@code hash_0}: what position 1 is chained to. */
    public static byte[] genesis(String stream, String incarnation) {
        return digest(
                GENESIS,
                out -> {
                    put(out, stream.getBytes(UTF_8));
                    put(out, incarnation.getBytes(UTF_8));
                });
    }

    public static byte[] leaf(EventAttributes event, byte[] value, byte[] privateDigest) {
        mustHave(HASH_LENGTH, privateDigest, "a private digest");
        return digest(
                LEAF,
                out -> {
                    putText(out, event.id());
                    putText(out, event.type());
                    putText(out, event.source());
                    putText(out, event.subject());
                    putText(out, event.time());
                    putText(out, event.dataSchema());
                    putText(out, event.contentType());
                    putText(out, Long.toString(event.aggregateVersion()));
                    putText(out, event.correlationId());
                    putText(out, event.causationId());
                    put(out, value);
                    put(out, privateDigest);
                });
    }

    /** {@code hash_n} from {@code hash_(n-1)}. */
    public static byte[] next(byte[] previous, long position, byte[] leaf) {
        mustHave(HASH_LENGTH, previous, "a hash");
        mustHave(HASH_LENGTH, leaf, "a leaf");
        return digest(
                LINK,
                out -> {
                    out.write(previous);
                    out.writeLong(position);
                    out.write(leaf);
                });
    }

    public static byte[] privateDigest(byte[] salt, byte[] privatePart) {
        mustHave(SALT_LENGTH, salt, "a salt");
        return sha256(
                ByteBuffer.allocate(salt.length + privatePart.length)
                        .put(salt)
                        .put(privatePart)
                        .array());
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** Fixed lengths are what keeps the parts apart where no length is written. */
    private static void mustHave(int length, byte[] bytes, String what) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "%s has %d bytes, not %d".formatted(what, length, bytes.length));
        }
    }

    private static void putText(DataOutputStream out, @Nullable String text) throws IOException {
        put(out, text == null ? null : text.getBytes(UTF_8));
    }

    private static void put(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
            return;
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] digest(byte domain, Content content) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(domain);
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return sha256(bytes.toByteArray());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }
}
