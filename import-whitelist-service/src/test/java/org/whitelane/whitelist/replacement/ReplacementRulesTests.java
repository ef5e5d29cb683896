package org.whitelane.whitelist.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Replacement;
import org.whitelane.whitelist.scheme.Replacement.Entries;
import org.whitelane.whitelist.scheme.Replacement.Requests;
import org.whitelane.whitelist.support.Fixtures;

import java.time.LocalDate;
import java.util.List;

/** Which scheme takes another's place, and by which plan. */
class ReplacementRulesTests {

    private static final Replacement MOVE =
            new Replacement(Entries.MIGRATE_UNITS, Requests.WITHDRAW);
    private static final Replacement KEEP =
            new Replacement(Entries.KEEP_UNTIL_EXPIRY, Requests.KEEP);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void takesTheOrdersPlanWhereTheTextIsSilent() {
        var shanghai = Fixtures.shipped("SH-2024");

        assertThat(ReplacementRules.of(shanghai, "SH-2023", MOVE, DAY))
                .isEqualTo(new ReplacementRules.Result.Plan(MOVE));
        assertThat(codes(ReplacementRules.of(shanghai, "SH-2023", null, DAY)))
                .containsExactly("/entries required");
        assertThat(codes(ReplacementRules.of(shanghai, "SH-2021", MOVE, DAY)))
                .containsExactly("/replacedBy supersedes");
        assertThat(codes(ReplacementRules.of(shanghai, "SH-2021", null, DAY.minusYears(3))))
                .as("everything at once")
                .containsExactly(
                        "/replacedBy supersedes",
                        "/replacedBy scheme-not-open",
                        "/entries required");
    }

    @Test
    void holdsTheTextAgainstAnotherOrder() {
        var text = successor(KEEP);

        assertThat(ReplacementRules.of(text, "OLD-2020", null, DAY))
                .isEqualTo(new ReplacementRules.Result.Plan(KEEP));
        assertThat(codes(ReplacementRules.of(text, "OLD-2020", MOVE, DAY)))
                .containsExactly("/entries other-plan");
    }

    @Test
    void movesUnitsIntoADirectoryOnly() {
        assertThat(codes(ReplacementRules.of(successor(null), "OLD-2020", MOVE, DAY)))
                .containsExactly("/entries no-directory");
        assertThat(ReplacementRules.of(successor(null), "OLD-2020", KEEP, DAY))
                .isEqualTo(new ReplacementRules.Result.Plan(KEEP));
    }

    /** Only what the text says, and only from its first day on. */
    @Test
    void beginsByItselfWhereTheTextSaysEverything() {
        var text = successor(KEEP);
        var first = LocalDate.parse(text.policy().effectiveFrom());

        assertThat(ReplacementRules.own(text, first.minusDays(1))).isEmpty();
        assertThat(ReplacementRules.own(text, first)).contains(KEEP);
        assertThat(ReplacementRules.own(text, DAY)).contains(KEEP);
        assertThat(ReplacementRules.own(successor(null), DAY)).isEmpty();
        assertThat(ReplacementRules.own(Fixtures.tianjin(), DAY)).isEmpty();
        assertThat(ReplacementRules.own(Fixtures.shipped("SH-2024"), DAY)).isEmpty();
    }

    private static List<String> codes(ReplacementRules.Result result) {
        assertThat(result).isInstanceOf(ReplacementRules.Result.Not.class);
        return ((ReplacementRules.Result.Not) result)
                .refused().findings().stream()
                        .map((Finding finding) -> finding.pointer() + " " + finding.code())
                        .toList();
    }

    /** Item by item, in the place of OLD-2020. */
    private static PilotScheme successor(@Nullable Replacement plan) {
        var file =
                Fixtures.tianjinFile()
                        .replace("\"supersedes\": null", "\"supersedes\": \"OLD-2020\"")
                        .replace(
                                "\"replacement\": null",
                                "\"replacement\": " + (plan == null ? "null" : Json.write(plan)));
        return Json.read(file, PilotScheme.class);
    }
}
