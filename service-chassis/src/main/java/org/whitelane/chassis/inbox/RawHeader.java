package org.whitelane.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A record's header. A list of them is kept as bytes (count, then length-prefixed name and value
 * each, length -1 = absent): names may repeat and hold what a text column refuses.
 */
record RawHeader(String name, byte @Nullable [] value) {

    private static final int ABSENT = -1;

    static byte[] pack(List<RawHeader> headers) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(headers.size());
            for (var header : headers) {
                writeBytes(out, header.name.getBytes(UTF_8));
                writeBytes(out, header.value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static List<RawHeader> unpack(byte[] packed) {
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int count = in.readInt();
            var headers = new ArrayList<RawHeader>(count);
            for (int i = 0; i < count; i++) {
                var name = readBytes(in);
                headers.add(
                        new RawHeader(name == null ? "" : new String(name, UTF_8), readBytes(in)));
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
            return;
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }
}
