package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** docs/lifecycles.md is the batch's move table, in words and as a picture. */
class BatchLifecycleDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "lifecycles.md");

    @Test
    void showsEveryMoveInTheTable() throws IOException {
        assertThat(
                        section()
                                .filter(line -> line.startsWith("| ") && line.contains("`"))
                                .filter(line -> !line.startsWith("| from")))
                .containsExactlyElementsOf(
                        BatchMoves.TABLE.stream().map(BatchLifecycleDocumentTests::row).toList());
    }

    @Test
    void showsEveryMoveInThePicture() throws IOException {
        assertThat(section().filter(line -> line.contains("-->")))
                .containsExactlyElementsOf(
                        BatchMoves.TABLE.stream().map(BatchLifecycleDocumentTests::arrow).toList());
    }

    private static String row(BatchMove move) {
        var action = move.action();
        return "| %s | `%s` | %s | %s | %s |"
                .formatted(
                        move.from() == null ? "–" : move.from(),
                        action.code(),
                        move.to(),
                        action.isPublic() ? "`%s`".formatted(action.event()) : "internal",
                        action.who().name().toLowerCase(Locale.ROOT));
    }

    private static String arrow(BatchMove move) {
        return "    %s --> %s: %s"
                .formatted(
                        move.from() == null ? "[*]" : move.from(), move.to(), move.action().code());
    }

    private static Stream<String> section() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## White-list batch"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }
}
