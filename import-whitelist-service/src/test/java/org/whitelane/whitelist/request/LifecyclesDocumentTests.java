package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.events.EventTypes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/lifecycles.md is the move table, in words and as a picture. */
class LifecyclesDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "lifecycles.md");

    @Test
    void showsEveryMoveInTheTable() throws IOException {
        assertThat(section("## White-list request").filter(LifecyclesDocumentTests::isRow))
                .containsExactlyElementsOf(Moves.TABLE.stream().map(this::row).toList());
    }

    @Test
    void showsEveryMoveInThePicture() throws IOException {
        assertThat(section("## White-list request").filter(line -> line.contains("-->")))
                .containsExactlyElementsOf(Moves.TABLE.stream().map(this::arrow).toList());
    }

    @Test
    void namesEventsThatExist() {
        assertThat(Moves.TABLE.stream().flatMap(move -> move.events().stream()))
                .allSatisfy(
                        event ->
                                assertThat(EventTypes.forType("org.whitelane.whitelist." + event))
                                        .as(event)
                                        .isPresent());
    }

    private String row(Move move) {
        var action = move.action();
        return "| %s | `%s` | %s | %s | %s | %s |"
                .formatted(
                        move.from() == null ? "–" : move.from(),
                        action.code(),
                        move.to(),
                        move.events().isEmpty()
                                ? "internal"
                                : move.events().stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(", ")),
                        action.who().name().toLowerCase(Locale.ROOT),
                        action.limit().map("`%s`"::formatted).orElse("–"));
    }

    private String arrow(Move move) {
        return "    %s --> %s: %s"
                .formatted(
                        move.from() == null ? "[*]" : move.from(), move.to(), move.action().code());
    }

    private static boolean isRow(String line) {
        return line.startsWith("| ") && line.contains("`") && !line.startsWith("| from");
    }

    private static Stream<String> section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }
}
