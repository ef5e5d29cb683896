package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes a feed into a file that can be checked years later, see {@link ExportFile}. */
final class Export {

    private Export() {}

    /** Under another name until it is whole. */
    static long write(PullFeed feed, Path file) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long count;
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
                count = write(feed, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (IOException e) {
            throw new Unusable("%s cannot be written: %s".formatted(file, e), e);
        }
    }

    private static long write(PullFeed feed, OutputStream out) throws IOException {
        var count = new long[1];
        line(
                out,
                "{\"format\":%s,\"stream\":%s,\"incarnation\":%s}"
                        .formatted(
                                json(ExportFile.FORMAT),
                                json(feed.stream()),
                                json(String.valueOf(feed.incarnation()))));
        try {
            var head =
                    feed.each(
                            event -> {
                                count[0]++;
                                lineUnchecked(out, event.toString());
                            });
            line(
                    out,
                    JsonEvents.JSON.writeValueAsString(
                            Map.of(
                                    "end", head.path("position").asLong(),
                                    "chainhash", head.path("chainHash").asString())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    private static String json(String text) {
        return JsonEvents.JSON.writeValueAsString(text);
    }

    private static void lineUnchecked(OutputStream out, String text) {
        try {
            line(out, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.write('\n');
    }
}
