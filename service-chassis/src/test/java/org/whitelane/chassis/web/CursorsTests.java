package org.whitelane.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import java.util.List;

class CursorsTests {

    private final Cursors cursors = new Cursors(() -> new byte[32]);

    @Test
    void givesTheKeysBack() {
        var keys = List.of("2026-01-31T00:00:00Z", "", "右旋糖酐");

        assertThat(cursors.decode("list", cursors.encode("list", keys))).isEqualTo(keys);
        assertThat(cursors.decode("list", cursors.encode("list", List.of("")))).containsExactly("");
    }

    @Test
    void refusesEveryCursorCutShort() {
        var cursor = cursors.encode("list", List.of("a", "b"));

        for (int end = 0; end < cursor.length(); end++) {
            refuses("list", cursor.substring(0, end));
        }
    }

    @Test
    void refusesEveryChangedCharacter() {
        var cursor = cursors.encode("list", List.of("a", "b"));

        for (int i = 0; i < cursor.length(); i++) {
            var other = cursor.charAt(i) == 'A' ? 'Q' : 'A';
            refuses("list", cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @Test
    void refusesAnotherListsCursorAnotherKeyAndGarbage() {
        var cursor = cursors.encode("list", List.of("a"));

        refuses("lis", cursor);
        refuses("list", new Cursors(() -> new byte[] {1}).encode("list", List.of("a")));
        refuses("list", "%%%");
        refuses("list", "x".repeat(10_000));
    }

    private void refuses(String scope, String cursor) {
        var problem = catchThrowableOfType(Problem.class, () -> cursors.decode(scope, cursor));
        assertThat(problem).as(cursor).isNotNull();
        assertThat(problem.code()).isEqualTo("cursor-invalid");
    }

    @Test
    void knowsWhetherThereIsMore() {
        var paging = new Paging(2, null);

        assertThat(Page.of(List.of(1, 2, 3), paging, i -> i, i -> "after " + i))
                .isEqualTo(new Page<>(List.of(1, 2), "after 2"));
        assertThat(Page.of(List.of(1, 2), paging, i -> i, i -> "after " + i).next()).isNull();
        assertThat(Page.of(List.<Integer>of(), paging, i -> i, i -> "after " + i).items())
                .isEmpty();
    }
}
