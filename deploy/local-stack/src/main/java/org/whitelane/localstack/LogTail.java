package org.whitelane.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a log for a person: structured lines as plain ones, causes without their stack frames.
 */
final class LogTail {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LINES = 12;
    private static final int WIDTH = 500;

    private LogTail() {}

    static List<String> of(Path log) throws IOException {
        // Not decoded strictly: the log of a killed process may end within a character.
        var all =
                new String(Files.readAllBytes(log), UTF_8).lines().filter(LogTail::tells).toList();
        return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                .flatMap(LogTail::readable)
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + " ..." : line)
                .toList();
    }

    private static boolean tells(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("at ");
    }

    private static Stream<String> readable(String line) {
        if (!line.startsWith("{")) {
            return Stream.of(line);
        }
        try {
            JsonNode entry = JSON.readTree(line);
            var head = text(entry, "/log/level") + " " + text(entry, "/message").strip();
            var causes =
                    text(entry, "/error/stack_trace")
                            .lines()
                            .filter(cause -> cause.startsWith("Caused by:"))
                            .map(cause -> "  " + cause);
            return Stream.concat(Stream.of(head, "  " + text(entry, "/error/message")), causes)
                    .filter(text -> !text.isBlank());
        } catch (JacksonException cutOff) {
            return Stream.of(line);
        }
    }

    private static String text(JsonNode entry, String pointer) {
        return entry.at(pointer).asString("");
    }
}
