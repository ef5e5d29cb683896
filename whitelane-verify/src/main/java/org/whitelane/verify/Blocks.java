package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Cuts a file into blocks of whole lines; the very last line is in none of them. */
final class Blocks {

    private static final int USUAL = 1 << 20;

    /** Longer than any line can be: 900 KiB in base64 and the attributes. */
    private static final int LARGEST = 8 << 20;

    private final InputStream in;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private byte[] rest = {};
    private long offset;

    /**
     * @param offset where the stream stands in the file
     */
    Blocks(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /**
     * @param length of what is used of the bytes; ends with a line feed
     */
    record Block(byte[] bytes, int length, long offset) {}

    /** Null at the end. */
    @Nullable Block next() throws IOException {
        byte[] bytes = free.isEmpty() ? new byte[USUAL] : free.pop();
        if (bytes.length <= rest.length) {
            bytes = new byte[Math.max(USUAL, rest.length * 2)];
        }
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int end = rest.length;
        int cut = 0;
        while (cut == 0) {
            int read = in.readNBytes(bytes, end, bytes.length - end);
            end += read;
            cut = lastLine(bytes, end);
            if (cut > 0 || end < bytes.length) {
                break;
            }
            if (bytes.length >= LARGEST) {
                throw new Unusable(
                        "byte %d begins a line of more than %d bytes; this is no export"
                                .formatted(offset, LARGEST));
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        rest = Arrays.copyOfRange(bytes, cut, end);
        var block = new Block(bytes, cut, offset);
        offset += cut;
        return cut == 0 ? null : block;
    }

    /** For a block to come. */
    void giveBack(byte[] bytes) {
        free.push(bytes);
    }

    byte[] last() {
        return rest;
    }

    /** Where the last line begins, with or without a line feed at its end. */
    private static int lastLine(byte[] bytes, int end) {
        int at = end - (end > 0 && bytes[end - 1] == '\n' ? 2 : 1);
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at + 1;
    }
}
