package org.whitelane.whitelist.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Writes lines into a file, one at a time. */
final class ListFiles {

    private ListFiles() {}

    /**
     * @param withChange whether each line begins with what a batch did to it
     */
    static <T> ListFile write(
            Iterator<Listed<T>> lines,
            List<Column<T>> columns,
            boolean withChange,
            ListFormat format,
            LocalDate asOf) {
        try {
            var path = Files.createTempFile("whitelane-list-", "." + format.code());
            try (var out = Files.newOutputStream(path)) {
                var digest = write(lines, columns, withChange, format, out);
                var tag = '"' + digest + '"';
                return new ListFile(path, format, format.isStable() ? tag : "W/" + tag, asOf);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back the digest of the lines. */
    static <T> String write(
            Iterator<Listed<T>> lines,
            List<Column<T>> columns,
            boolean withChange,
            ListFormat format,
            OutputStream out)
            throws IOException {
        var digest = sha256();
        var headings = new ArrayList<>(columns.stream().map(Column::heading).toList());
        if (withChange) {
            headings.addFirst("change");
        }
        try (var sheet = format.sheet(out, headings)) {
            while (lines.hasNext()) {
                var line = lines.next();
                var cells = new ArrayList<String>();
                if (withChange) {
                    cells.add(line.change());
                }
                columns.forEach(column -> cells.add(column.text().apply(line.entry())));
                cells.forEach(cell -> update(digest, cell));
                sheet.line(cells);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Length first: where a cell ends is part of what it says. */
    private static void update(MessageDigest digest, String cell) {
        var bytes = cell.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
