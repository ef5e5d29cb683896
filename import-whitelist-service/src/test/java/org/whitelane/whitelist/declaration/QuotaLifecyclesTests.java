package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.events.EventTypes;
import org.whitelane.whitelist.entry.EntryAction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** docs/lifecycles.md is the move tables of entries and declarations, in words and as pictures. */
class QuotaLifecyclesTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "lifecycles.md");

    @Test
    void showsEveryMoveOfAnEntry() throws IOException {
        assertThat(rows("## White-list entry"))
                .containsExactlyElementsOf(
                        EntryAction.table().stream()
                                .map(
                                        move ->
                                                "| %s | `%s` | %s | `%s` | %s |"
                                                        .formatted(
                                                                from(move.from()),
                                                                move.action().code(),
                                                                move.to(),
                                                                move.action().event(),
                                                                move.action().who().inWords()))
                                .toList());
        assertThat(arrows("## White-list entry"))
                .containsExactlyElementsOf(
                        EntryAction.table().stream()
                                .map(move -> arrow(move.from(), move.to(), move.action().code()))
                                .toList());
    }

    @Test
    void showsEveryMoveOfADeclaration() throws IOException {
        assertThat(rows("## Import declaration"))
                .containsExactlyElementsOf(DeclarationMoves.TABLE.stream().map(this::row).toList());
        assertThat(arrows("## Import declaration"))
                .containsExactlyElementsOf(
                        DeclarationMoves.TABLE.stream()
                                .map(move -> arrow(move.from(), move.to(), move.action().code()))
                                .toList());
    }

    @Test
    void namesEventsThatExist() {
        Stream.concat(
                        Arrays.stream(EntryAction.values()).map(EntryAction::event),
                        Arrays.stream(DeclarationAction.values())
                                .flatMap(action -> action.event().stream()))
                .forEach(
                        event ->
                                assertThat(EventTypes.forType("org.whitelane.whitelist." + event))
                                        .as(event)
                                        .isPresent());
    }

    private String row(DeclarationAction.Move move) {
        var action = move.action();
        return "| %s | `%s` | %s | %s | %s | %s |"
                .formatted(
                        from(move.from()),
                        action.code(),
                        move.to(),
                        action.event().map("`%s`"::formatted).orElse("internal"),
                        action.who().name().toLowerCase(Locale.ROOT),
                        action.limit().map("`%s`"::formatted).orElse("–"));
    }

    private static String from(@Nullable Object status) {
        return status == null ? "–" : status.toString();
    }

    private static String arrow(@Nullable Object from, Object to, String command) {
        return "    %s --> %s: %s".formatted(from == null ? "[*]" : from, to, command);
    }

    private static Stream<String> rows(String heading) throws IOException {
        return section(heading)
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .filter(line -> !line.startsWith("| from"));
    }

    private static Stream<String> arrows(String heading) throws IOException {
        return section(heading).filter(line -> line.contains("-->"));
    }

    private static Stream<String> section(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }
}
