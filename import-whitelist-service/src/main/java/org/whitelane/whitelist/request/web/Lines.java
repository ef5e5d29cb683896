package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, none of which is held in memory beyond its limit. A line ends with LF or
 * CRLF; a last one may go without.
 */
final class Lines {

    private final InputStream in;
    private final int limit;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * @param bytes those that fit
     * @param tooLong more was there, and has been skipped
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (var b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** Null at the end. */
    @Nullable Line next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var tooLong = false;
        var any = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '\n') {
                return new Line(withoutReturn(bytes.toByteArray()), tooLong);
            }
            if (bytes.size() < limit) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        return any ? new Line(withoutReturn(bytes.toByteArray()), tooLong) : null;
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r'
                ? java.util.Arrays.copyOf(line, line.length - 1)
                : line;
    }
}
