package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.PilotScheme.Cadence;

import java.time.LocalDate;
import java.util.Optional;

/** When a scheme that publishes in turns publishes next. Pure. */
public final class PublicationDates {

    private PublicationDates() {}

    /**
     * The first day of the month, quarter or half-year after the one of the last publication: one
     * regular batch in each.
     *
     * @param cadence null when the scheme's sources do not tell it: then nothing is enforced
     * @param last null when nothing was published yet: then nothing is to be waited for
     */
    public static Optional<LocalDate> next(@Nullable Cadence cadence, @Nullable LocalDate last) {
        if (cadence == null || last == null) {
            return Optional.empty();
        }
        return switch (cadence) {
            case AD_HOC -> Optional.empty();
            case MONTHLY -> Optional.of(after(last, 1));
            case QUARTERLY -> Optional.of(after(last, 3));
            case HALF_YEARLY -> Optional.of(after(last, 6));
        };
    }

    private static LocalDate after(LocalDate last, int months) {
        var first = (last.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(last.getYear(), first, 1).plusMonths(months);
    }
}
