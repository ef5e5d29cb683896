package org.whitelane.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code approved/audiences.txt}: on each line a type, a path, and who may see it since that line
 * was added. The file only grows, a later line about the same place only narrows.
 */
final class FrozenAudiences {

    static final Path FILE = Published.APPROVED.resolve("audiences.txt");

    private FrozenAudiences() {}

    /** By type and path, as the last line about it says. */
    static Map<String, Map<String, Audience>> read() {
        var frozen = new TreeMap<String, Map<String, Audience>>();
        for (var line : lines()) {
            var words = line.split(" ");
            var paths = frozen.computeIfAbsent(words[0], _ -> new TreeMap<>());
            var audience = Audience.valueOf(words[2].toUpperCase(Locale.ROOT));
            var before = paths.put(words[1], audience);
            if (before != null && audience.ordinal() <= before.ordinal()) {
                throw new AssertionError("does not narrow: " + line);
            }
        }
        return frozen;
    }

    static Map<String, Audience> of(String type) {
        return read().getOrDefault(type, new LinkedHashMap<>());
    }

    static String line(String type, String path, Audience audience) {
        return "%s %s %s".formatted(type, path, audience.code());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
