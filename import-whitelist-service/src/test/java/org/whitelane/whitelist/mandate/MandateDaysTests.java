package org.whitelane.whitelist.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.mandate.Mandate.Ending;
import org.whitelane.whitelist.mandate.Mandate.State;
import org.whitelane.whitelist.mandate.Mandate.Way;
import org.whitelane.whitelist.support.ServiceTest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the database says of a day is what the mandate itself says of it. */
@ServiceTest
@Transactional
class MandateDaysTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);
    private static final LocalDate LAST = LocalDate.of(2024, 3, 1);

    private final String unit = "unit-" + UUID.randomUUID();
    private final String agent = "agent-" + UUID.randomUUID();

    @Autowired private Mandates mandates;

    @Test
    void isInForceFromTheFirstDayToTheLast() {
        var mandate = given(null);

        for (var day = FIRST.minusDays(2); day.isBefore(LAST.plusDays(3)); day = day.plusDays(1)) {
            var expected = mandate.on(day) == State.IN_FORCE ? List.of(mandate) : List.of();
            assertThat(mandates.inForce(agent, unit, "TJ-2022", day))
                    .as("%s", day)
                    .isEqualTo(expected);
            assertThat(mandates.forDecision(agent, unit, "TJ-2022", day)).isEqualTo(expected);
            assertThat(mandates.inForce(agent, day)).isEqualTo(expected);
        }
    }

    @Test
    void isForItsSchemeUnitAndAgentOnly() {
        var mandate = given("TJ-2022");

        assertThat(mandates.inForce(agent, unit, "TJ-2022", FIRST)).containsExactly(mandate);
        assertThat(mandates.inForce(agent, unit, "BJ-2022", FIRST)).isEmpty();
        assertThat(mandates.inForce(unit, agent, "TJ-2022", FIRST)).isEmpty();
        assertThat(mandates.inForce(agent, agent, "TJ-2022", FIRST)).isEmpty();
    }

    @Test
    void isOverOnceItIsEnded() {
        var mandate = given(null);
        var ending = new Ending(Way.GIVEN_UP, LAST, "a test");
        mandates.end(mandate.ended(ending), ending);

        assertThat(mandates.inForce(agent, unit, "TJ-2022", FIRST)).isEmpty();
        assertThat(mandates.inForce(agent, FIRST)).isEmpty();
        assertThat(mandates.find(mandate.id())).contains(mandate.ended(ending));
    }

    private Mandate given(@Nullable String scheme) {
        var mandate =
                new Mandate(
                        UUID.randomUUID(),
                        unit,
                        agent,
                        scheme,
                        List.of(Act.DRAFT, Act.READ),
                        FIRST,
                        LAST,
                        "contract-1",
                        null,
                        1);
        mandates.add(mandate);
        return mandate;
    }
}
