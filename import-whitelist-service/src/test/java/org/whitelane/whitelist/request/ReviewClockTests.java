package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.tianjin;

import org.junit.jupiter.api.Test;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class ReviewClockTests {

    private static final LocalDate SUBMITTED = LocalDate.of(2023, 9, 20);

    @Test
    void countsWorkingDaysOfTheCalendar() {
        // domain.md §7: 2023-09-20 + 5 working days = 2023-09-27
        var due = clock(new CalendarYear(2023, Set.of(), Set.of())).due("acceptance", SUBMITTED);

        assertThat(due.on()).isEqualTo(LocalDate.of(2023, 9, 27));
        assertThat(due.provisional()).isFalse();
        assertThat(due.certain()).contains(due.on());
        assertThat(due.basis()).contains("Art. 32");
        assertThat(due.defaulted()).isTrue();
    }

    @Test
    void saysWhenACalendarIsMissing() {
        var due = clock().due(PilotScheme.ACCEPTANCE, SUBMITTED);

        assertThat(due.provisional()).isTrue();
        assertThat(due.certain()).isEmpty();
    }

    @Test
    void startsAgainAtEachSubmission() {
        var request = Cases.in(RequestStatus.SUBMITTED);
        var corrected =
                request.moved(
                        RequestStatus.SUBMITTED,
                        Step.of(RequestAction.SUBMIT, SUBMITTED, "x", null, 1));

        assertThat(clock().acceptanceDue(corrected))
                .hasValue(clock().due(PilotScheme.ACCEPTANCE, SUBMITTED));
        assertThat(clock().decisionDue(corrected)).isEmpty();
    }

    private static ReviewClock clock(CalendarYear... years) {
        return new ReviewClock(tianjin(), WorkingDayCalendar.of(List.of(years)), GeneralLimits.LAW);
    }
}
