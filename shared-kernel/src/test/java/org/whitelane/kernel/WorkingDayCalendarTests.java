package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class WorkingDayCalendarTests {

    private static final WorkingDayCalendar CALENDAR =
            WorkingDayCalendar.of(RealYears.from2022To2026());

    @ParameterizedTest
    @CsvSource({
        "2022-06-20, 6, 2022-06-28",
        "2023-09-20, 5, 2023-09-27",
        "2023-09-20, 20, 2023-10-24",
        "2024-08-02, 30, 2024-09-13",
        "2025-01-20, 10, 2025-02-08",
        "2023-06-29, 60, 2023-09-21",
        "2024-10-28, 60, 2025-01-21",
        "2022-01-21, 60, 2022-04-21",
        "2025-10-23, 60, 2026-01-16"
    })
    void countsAsTheAuthoritiesDid(LocalDate start, int workingDays, LocalDate due) {
        assertThat(CALENDAR.plusWorkingDays(start, workingDays)).isEqualTo(new Due.On(due));
        assertThat(CALENDAR.workingDaysBetween(start, due))
                .isEqualTo(new WorkingDays.Exactly(workingDays));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-14, true", // working Saturday
        "2025-01-26, true", // working Sunday
        "2025-02-08, true",
        "2024-09-16, false", // Mid-Autumn, in lieu
        "2023-10-02, false",
        "2024-09-21, false",
        "2024-09-20, true"
    })
    void knowsHolidaysAndMakeUpDays(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void aPeriodOfNoDaysRollsToAWorkingDay() {
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2023, 9, 29), 0))
                .isEqualTo(new Due.On(LocalDate.of(2023, 10, 7)));
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2023, 9, 28), 0))
                .isEqualTo(new Due.On(LocalDate.of(2023, 9, 28)));
    }

    @Test
    void saysWhichYearIsMissing() {
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2026, 12, 21), 20))
                .isEqualTo(new Due.Provisional(LocalDate.of(2027, 1, 18), 2027));
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2026, 12, 21), 3))
                .isEqualTo(new Due.On(LocalDate.of(2026, 12, 24)));
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2021, 12, 1), LocalDate.of(2022, 1, 4)))
                .isInstanceOfSatisfying(
                        WorkingDays.Provisionally.class,
                        count -> assertThat(count.missingYear()).isEqualTo(2021));
    }

    @Test
    void doesNotNeedTheYearOfAStartDayThatIsNotCounted() {
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2021, 12, 31), 1))
                .isEqualTo(new Due.On(LocalDate.of(2022, 1, 4)));
    }

    @Test
    void goesBackAndForth() {
        var start = LocalDate.of(2022, 1, 1);
        for (var i = 0; i < 1_000; i++) {
            var due = CALENDAR.plusWorkingDays(start, i).date();
            assertThat(CALENDAR.isWorkingDay(due)).isTrue();
            if (i > 0) {
                assertThat(CALENDAR.workingDaysBetween(start, due).count()).isEqualTo(i);
            }
        }
    }

    @Test
    void nothingLiesBetweenADayAndAnEarlierOne() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2023, 5, 8), LocalDate.of(2023, 5, 5)))
                .isEqualTo(new WorkingDays.Exactly(0));
    }

    @ParameterizedTest
    @CsvSource({"-1", "2001"})
    void refusesPeriodsThatCannotBeMeant(int workingDays) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(2023, 1, 3), workingDays))
                .withMessageContaining("should be from 0 to 2000");
    }

    @Test
    void findsEveryContradictionOfAYear() {
        var found =
                CalendarYear.contradictions(
                        2027,
                        days("2027-01-01", "2026-12-31", "2027-01-01", "2027-02-07"),
                        days("2027-02-07", "2027-02-06", "2028-01-01", "2027-02-06", "2027-02-05"));
        assertThat(found)
                .extracting(CalendarYear.Contradiction::detail)
                .containsExactly(
                        "2026-12-31 is not in 2027",
                        "2027-01-01 is named twice",
                        "2027-02-07 is a holiday and a workday",
                        "2028-01-01 is not in 2027",
                        "2027-02-06 is named twice",
                        "2027-02-05 is no weekend, so it needs no making up");
        assertThat(found)
                .extracting(CalendarYear.Contradiction::index)
                .containsExactly(1, 2, 0, 2, 3, 4);
    }

    @Test
    void aContradictoryYearCannotExist() {
        var day = LocalDate.of(2027, 2, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarYear(2027, Set.of(day), Set.of(day)))
                .withMessage("2027-02-07 is a holiday and a workday");
    }

    private static List<LocalDate> days(String... texts) {
        return java.util.Arrays.stream(texts).map(LocalDate::parse).toList();
    }
}
