package org.whitelane.whitelist.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Two bits for each receipt, compressed (IETF Token Status List §4.1): the first of a byte are its
 * lowest. A place that nobody has looks like one that is valid. Pure.
 */
final class StatusList {

    static final int BITS = 2;

    private static final int PER_BYTE = Byte.SIZE / BITS;

    private final byte[] bytes;

    StatusList(int size) {
        bytes = new byte[size / PER_BYTE];
    }

    /** §7: the registered values; what is absent is valid. */
    enum Status {
        VALID(0),
        INVALID(1),
        SUSPENDED(2);

        private final int value;

        Status(int value) {
            this.value = value;
        }
    }

    void set(int position, Status status) {
        var shift = position % PER_BYTE * BITS;
        bytes[position / PER_BYTE] |= (byte) (status.value << shift);
    }

    /** In the ZLIB format (RFC 1950), as small as it gets. */
    byte[] compressed() {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var zlib = new DeflaterOutputStream(out, deflater)) {
            zlib.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
