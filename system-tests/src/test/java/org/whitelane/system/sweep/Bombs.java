package org.whitelane.system.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Little on the wire, much behind it; or promises that are not kept. */
final class Bombs {

    private static final byte[] GZIP = gzipped(64 << 20);

    private Bombs() {}

    static Map<String, Shot> of(Shot shot) {
        var bombs = new LinkedHashMap<String, Shot>();
        bombs.put("gzip of 64 MiB", shot.json(GZIP).with("Content-Encoding: gzip"));
        bombs.put("gzip unannounced", shot.json(GZIP));
        bombs.put("gzip twice", shot.json(GZIP).with("Content-Encoding: gzip, gzip"));
        bombs.put(
                "gzip as transfer coding",
                shot.json(new byte[0]).raw(GZIP).with("Transfer-Encoding: gzip, chunked"));
        bombs.put("64 GiB announced", shot.json("{").instead("Content-Length", "68719476736"));
        bombs.put("more than a long", shot.json("{").instead("Content-Length", "9".repeat(40)));
        bombs.put("chunk of 2^63", chunked(shot, "7fffffffffffffff\r\n{"));
        bombs.put("chunk of nonsense", chunked(shot, "xyz\r\n{}\r\n0\r\n\r\n"));
        bombs.put("negative chunk", chunked(shot, "-5\r\n{}\r\n0\r\n\r\n"));
        bombs.put("chunks of one byte", chunked(shot, "1\r\n[\r\n".repeat(50_000) + "0\r\n\r\n"));
        bombs.put(
                "long chunk extension",
                chunked(shot, "1;x=" + "y".repeat(50_000) + "\r\n{\r\n0\r\n\r\n"));
        bombs.put(
                "many trailers",
                chunked(shot, "1\r\n{\r\n0\r\n" + "X-T: 1\r\n".repeat(5_000) + "\r\n"));
        return bombs;
    }

    private static Shot chunked(Shot shot, String body) {
        return shot.json(body).with("Transfer-Encoding: chunked");
    }

    private static byte[] gzipped(int size) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"x\":\"".getBytes(StandardCharsets.UTF_8));
            var block = new byte[1 << 16];
            java.util.Arrays.fill(block, (byte) 'x');
            for (int written = 0; written < size; written += block.length) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
