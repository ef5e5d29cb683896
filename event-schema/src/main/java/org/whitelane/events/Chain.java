package org.whitelane.events;

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

    private static final int SALT_LENGTH = 32;

    private Chain() {}

    /** {@code hash_0}: what position 1 is chained to. */
    public static byte[] genesis(String stream, String incarnation) {
        return new ChainHasher().genesis().part(stream).part(incarnation).digest();
    }

    public static byte[] leaf(EventAttributes event, byte[] value, byte[] privateDigest) {
        mustHave(ChainHasher.HASH_LENGTH, privateDigest, "a private digest");
        return new ChainHasher()
                .begin()
                .part(event.id())
                .part(event.type())
                .part(event.source())
                .part(event.subject())
                .part(event.time())
                .part(event.dataSchema())
                .part(event.contentType())
                .part(Long.toString(event.aggregateVersion()))
                .part(event.correlationId())
                .part(event.causationId())
                .part(value)
                .part(privateDigest)
                .digest();
    }

    /** {@code hash_n} from {@code hash_(n-1)}. */
    public static byte[] next(byte[] previous, long position, byte[] leaf) {
        return new ChainHasher().next(previous, position, leaf);
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
    static void mustHave(int length, byte[] bytes, String what) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "%s has %d bytes, not %d".formatted(what, length, bytes.length));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
