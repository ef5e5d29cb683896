package org.whitelane.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hashes of {@link Chain}, for whoever makes millions of them: one object per thread, its
 * buffer and digest used again and again. A leaf is put together part by part, in the order of the
 * formula: {@link #begin}, a {@link #part} each, {@link #digest}.
 */
public final class ChainHasher {

    static final int HASH_LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte LINK = 1;
    private static final byte GENESIS = 2;
    private static final int LENGTH = Integer.BYTES;

    private final MessageDigest sha256;
    private byte[] buffer = new byte[1024];
    private int end;

    public ChainHasher() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code hash_n} from {@code hash_(n-1)}. */
    public byte[] next(byte[] previous, long position, byte[] leaf) {
        Chain.mustHave(HASH_LENGTH, previous, "a hash");
        Chain.mustHave(HASH_LENGTH, leaf, "a leaf");
        start(LINK);
        put(previous, 0, previous.length);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[end++] = (byte) (position >>> shift);
        }
        put(leaf, 0, leaf.length);
        return digest();
    }

    /** A leaf follows. */
    public ChainHasher begin() {
        start(LEAF);
        return this;
    }

    /** One part with its length before it. */
    public ChainHasher part(byte[] bytes, int from, int length) {
        room(LENGTH + length);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[end++] = (byte) (length >>> shift);
        }
        put(bytes, from, length);
        return this;
    }

    public ChainHasher part(byte[] bytes) {
        return part(bytes, 0, bytes.length);
    }

    /** Null for what is absent, which is not the same as empty. */
    public ChainHasher part(@Nullable String text) {
        return text == null ? absent() : part(text.getBytes(UTF_8));
    }

    public ChainHasher absent() {
        room(LENGTH);
        Arrays.fill(buffer, end, end + LENGTH, (byte) 0xFF);
        end += LENGTH;
        return this;
    }

    public byte[] digest() {
        sha256.update(buffer, 0, end);
        return sha256.digest();
    }

    ChainHasher genesis() {
        start(GENESIS);
        return this;
    }

    private void start(byte domain) {
        end = 0;
        buffer[end++] = domain;
    }

    private void put(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, buffer, end, length);
        end += length;
    }

    private void room(int more) {
        if (buffer.length - end < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + more));
        }
    }
}
