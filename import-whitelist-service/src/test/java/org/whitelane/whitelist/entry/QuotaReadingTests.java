package org.whitelane.whitelist.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.scheme.Effects.QuotaMode;

import java.time.Instant;
import java.time.LocalDate;

class QuotaReadingTests {

    /** The year turns at midnight in China, eight hours before Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T15:59:59.999Z, 2026",
        "2026-12-31T16:00:00Z, 2027",
        "2026-12-31T23:59:59Z, 2027",
        "2027-12-31T15:59:59Z, 2027",
        "2028-02-29T16:00:00Z, 2028"
    })
    void aYearsQuotaBeginsAtMidnightInChina(Instant moment, int year) {
        var annual = new QuotaReading(QuotaMode.ANNUAL, false);

        assertThat(annual.yearOf(LegalDays.on(moment))).isEqualTo(year);
    }

    @ParameterizedTest
    @EnumSource(
            value = QuotaMode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANNUAL"})
    void nothingElseHasAYear(QuotaMode mode) {
        assertThat(new QuotaReading(mode, false).yearOf(LocalDate.of(2027, 1, 1)))
                .isEqualTo(Quota.NO_YEAR);
    }

    @Test
    void saysWhatIsLimited() {
        assertThat(new QuotaReading(QuotaMode.TOTAL, false).capped()).isTrue();
        assertThat(new QuotaReading(QuotaMode.ANNUAL, false).capped()).isTrue();
        assertThat(new QuotaReading(QuotaMode.PER_BATCH, false).capped()).isFalse();
        assertThat(new QuotaReading(QuotaMode.PER_BATCH, false).limitsConsignment()).isTrue();
        assertThat(new QuotaReading(QuotaMode.NONE, false).limitsConsignment()).isFalse();
    }
}
