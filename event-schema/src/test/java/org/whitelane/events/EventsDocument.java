package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/events.md, each row by its first cell. */
final class EventsDocument {

    static final Path FILE = Path.of("../docs/events.md");

    private EventsDocument() {}

    /** type, topic, key, producer, consumers, mail, fields, when. */
    static Map<String, List<String>> catalogue() {
        return table("| type | topic |");
    }

    /** shape, fields, is. */
    static Map<String, List<String>> shapes() {
        return table("| shape | fields |");
    }

    /** header, holds, hashed. */
    static Map<String, List<String>> headers() {
        return table("| header | holds |");
    }

    private static Map<String, List<String>> table(String head) {
        try {
            var rows = new LinkedHashMap<String, List<String>>();
            Files.readAllLines(FILE).stream()
                    .dropWhile(line -> !line.startsWith(head))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(EventsDocument::cells)
                    .forEach(cells -> assertThat(rows.put(cells.getFirst(), cells)).isNull());
            assertThat(rows).as(head).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
