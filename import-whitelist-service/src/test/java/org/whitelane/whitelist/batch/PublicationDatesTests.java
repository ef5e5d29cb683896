package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.whitelist.scheme.PilotScheme.Cadence;

import java.time.LocalDate;

class PublicationDatesTests {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2024-04-01, 2024-05-01",
        "MONTHLY, 2024-01-31, 2024-02-01",
        "MONTHLY, 2024-12-31, 2025-01-01",
        "QUARTERLY, 2024-01-01, 2024-04-01",
        "QUARTERLY, 2024-03-31, 2024-04-01",
        "QUARTERLY, 2024-10-01, 2025-01-01",
        "HALF_YEARLY, 2024-06-30, 2024-07-01",
        "HALF_YEARLY, 2024-07-01, 2025-01-01",
        "HALF_YEARLY, 2024-02-29, 2024-07-01"
    })
    void isTheFirstDayOfTheNextTurn(Cadence cadence, LocalDate last, LocalDate next) {
        assertThat(PublicationDates.next(cadence, last)).contains(next);
    }

    /** From every day of five years: later than it, the first of a turn, and nothing between. */
    @Test
    void leavesNoTurnOut() {
        for (var day = LocalDate.of(2023, 1, 1);
                day.isBefore(LocalDate.of(2028, 1, 1));
                day = day.plusDays(1)) {
            for (var cadence :
                    new Cadence[] {Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.HALF_YEARLY}) {
                var next = PublicationDates.next(cadence, day).orElseThrow();
                assertThat(next).isAfter(day);
                assertThat(next.getDayOfMonth()).isEqualTo(1);
                // the day before belongs to the same turn as the last publication
                assertThat(PublicationDates.next(cadence, next.minusDays(1))).contains(next);
            }
        }
    }

    @Test
    void waitsForNothingThatIsNotKnown() {
        var last = LocalDate.of(2024, 4, 1);

        assertThat(PublicationDates.next(Cadence.AD_HOC, last)).isEmpty();
        assertThat(PublicationDates.next(null, last)).isEmpty();
        assertThat(PublicationDates.next(Cadence.MONTHLY, null)).isEmpty();
    }
}
