package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** How long entries of a scheme live: its months, capped by its own end. Pure. */
public record Validity(PilotScheme scheme) {

    /** The last day of an entry that begins on that day; null when neither is known. */
    public @Nullable LocalDate lastDayFrom(LocalDate first) {
        var months = scheme.effects().entryValidityMonths();
        return earlier(
                months == null ? null : first.plusMonths(months), scheme.policy().effectiveTo());
    }

    /**
     * The last day after a renewal, counted on from the old one; empty when the scheme gives no day
     * beyond it.
     */
    public Optional<LocalDate> renewed(LocalDate lastDay) {
        return Optional.ofNullable(lastDayFrom(lastDay)).filter(day -> day.isAfter(lastDay));
    }

    /** Of two days, where null is a day that never comes. */
    public static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
