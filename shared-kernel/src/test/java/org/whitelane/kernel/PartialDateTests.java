package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.YearMonth;

class PartialDateTests {

    @Test
    void keepsADay() {
        var day = PartialDate.parse("2024-02-29");
        assertThat(day)
                .isEqualTo(new PartialDate.Day(LocalDate.of(2024, 2, 29)))
                .hasToString("2024-02-29");
        assertThat(day.earliest()).isEqualTo(day.latest());
    }

    @Test
    void keepsAMonthWithoutInventingADay() {
        var month = PartialDate.parse("2025-07");
        assertThat(month)
                .isEqualTo(new PartialDate.Month(YearMonth.of(2025, 7)))
                .hasToString("2025-07");
        assertThat(month.earliest()).isEqualTo("2025-07-01");
        assertThat(month.latest()).isEqualTo("2025-07-31");
        assertThat(month.year()).isEqualTo(2025);
    }

    @Test
    void isBeforeOnlyWhenThatIsCertain() {
        var month = PartialDate.parse("2025-07");
        assertThat(PartialDate.parse("2025-06-30").isBefore(month)).isTrue();
        assertThat(PartialDate.parse("2025-07-01").isBefore(month)).isFalse();
        assertThat(month.isBefore(PartialDate.parse("2025-07-31"))).isFalse();
        assertThat(month.isBefore(PartialDate.parse("2025-08"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-02-29",
                "2023-13",
                "2023-00-10",
                "2023-04-31",
                "2023-01-00"
            })
    void refusesDaysThatDoNotExist(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessage("Date '%s' does not exist in the calendar".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023",
                "2023-1-1",
                "20230101",
                "01-01-2023",
                "2023-01-01T00:00",
                "+2023-01-01",
                "0001-01-01"
            })
    void saysWhichFormIsRight(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageEndingWith(
                        "should be a day such as 2022-06-20, or a month such as 2022-06");
    }
}
