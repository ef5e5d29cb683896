package org.whitelane.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A day, or only its month where the source names no day. A day is never invented. */
public sealed interface PartialDate {

    /** The day is known. */
    record Day(LocalDate value) implements PartialDate {
        @Override
        public LocalDate earliest() {
            return value;
        }

        @Override
        public LocalDate latest() {
            return value;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Only the month is known. */
    record Month(YearMonth value) implements PartialDate {
        @Override
        public LocalDate earliest() {
            return value.atDay(1);
        }

        @Override
        public LocalDate latest() {
            return value.atEndOfMonth();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The first day it can have been. */
    LocalDate earliest();

    /** The last day it can have been. */
    LocalDate latest();

    /** Certainly before the other, whatever the unknown days are. */
    default boolean isBefore(PartialDate other) {
        return latest().isBefore(other.earliest());
    }

    default int year() {
        return earliest().getYear();
    }

    /**
     * Reads {@code yyyy-MM-dd} or {@code yyyy-MM}; the ISO text is also what {@code toString}
     * gives.
     */
    static PartialDate parse(String text) {
        if (!Shapes.DAY_OR_MONTH.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Date %s should be a day such as 2022-06-20, or a month such as 2022-06"
                            .formatted(Shown.of(text)));
        }
        try {
            return text.length() == 7
                    ? new Month(YearMonth.parse(text))
                    : new Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Date %s does not exist in the calendar".formatted(Shown.of(text)), e);
        }
    }

    /** Keeps the pattern out of the interface's public face. */
    final class Shapes {
        private static final Pattern DAY_OR_MONTH =
                Pattern.compile("(19|20)\\d{2}-\\d{2}(-\\d{2})?");

        private Shapes() {}
    }
}
