package org.whitelane.whitelist.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A list on disk until it is closed: it is whole before its first byte goes out, so that a slow
 * reader holds no connection of the database, and a failure is told as one.
 *
 * @param entityTag of its lines: strong where the same lines make the same bytes
 */
public record ListFile(Path path, ListFormat format, String entityTag, LocalDate asOf)
        implements AutoCloseable {

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void copyTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
