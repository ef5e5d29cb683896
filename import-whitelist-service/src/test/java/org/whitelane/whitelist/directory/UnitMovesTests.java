package org.whitelane.whitelist.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What may happen to a unit's place; docs/lifecycles.md says the same in words and as a picture.
 */
class UnitMovesTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "lifecycles.md");

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,    SUSPEND, SUSPENDED",
        "ACTIVE,    EXPIRE,  EXPIRED",
        "ACTIVE,    REMOVE,  REMOVED",
        "ACTIVE,    REVOKE,  REVOKED",
        "SUSPENDED, LIFT,    ACTIVE",
        "SUSPENDED, EXPIRE,  EXPIRED",
        "SUSPENDED, REMOVE,  REMOVED",
        "SUSPENDED, REVOKE,  REVOKED"
    })
    void leads(UnitStatus from, UnitAction action, UnitStatus to) {
        assertThat(UnitMoves.to(from, action)).contains(to);
    }

    /** Of all pairs only those above. */
    @Test
    void hasNoOtherMove() {
        var moves =
                Arrays.stream(UnitStatus.values())
                        .flatMap(
                                from ->
                                        Arrays.stream(UnitAction.values())
                                                .filter(a -> UnitMoves.to(from, a).isPresent()));
        assertThat(moves).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(UnitStatus.class)
    void offersTheOfficeWhatItCanDo(UnitStatus status) {
        var offered = UnitMoves.from(status);
        switch (status) {
            case ACTIVE -> assertThat(offered).containsExactly("suspend", "remove", "revoke");
            case SUSPENDED -> assertThat(offered).containsExactly("lift", "remove", "revoke");
            case EXPIRED, REMOVED, REVOKED -> assertThat(offered).isEmpty();
        }
        assertThat(status.stands()).isEqualTo(!offered.isEmpty());
    }

    @Test
    void isTheTableOfTheDocument() throws IOException {
        assertThat(
                        section()
                                .filter(line -> line.startsWith("| ") && line.contains("`"))
                                .filter(line -> !line.startsWith("| from")))
                .containsExactlyElementsOf(
                        UnitAction.table().stream().map(UnitMovesTests::row).toList());
    }

    @Test
    void isThePictureOfTheDocument() throws IOException {
        assertThat(section().filter(line -> line.contains("-->")))
                .containsExactlyElementsOf(
                        UnitAction.table().stream()
                                .map(
                                        move ->
                                                "    %s --> %s: %s"
                                                        .formatted(
                                                                move.from() == null
                                                                        ? "[*]"
                                                                        : move.from(),
                                                                move.to(),
                                                                move.action().code()))
                                .toList());
    }

    private static String row(UnitAction.Move move) {
        var action = move.action();
        return "| %s | `%s` | %s | `%s` | %s |"
                .formatted(
                        move.from() == null ? "–" : move.from(),
                        action.code(),
                        move.to(),
                        action.event(),
                        action.who().name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> section() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("## Unit directory"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }
}
