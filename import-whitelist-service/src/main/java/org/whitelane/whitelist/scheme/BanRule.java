package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How long a unit that broke the rules may not apply again.
 *
 * @param years with {@code YEARS} only
 */
public record BanRule(Kind kind, @Nullable Integer years) {

    public enum Kind {
        YEARS,
        REST_OF_SCHEME,
        NONE
    }

    /** How far a ban reaches. */
    public sealed interface Reach {

        /** There is none. */
        record Nowhere() implements Reach {}

        /** To that day, which is the last one. */
        record To(LocalDate lastDay) implements Reach {}

        /** As long as the scheme runs, whose end is not known. */
        record Open() implements Reach {}
    }

    public Reach until(LocalDate from, PilotScheme scheme) {
        return switch (kind) {
            case NONE -> new Reach.Nowhere();
            case YEARS -> {
                if (years == null) {
                    throw new IllegalStateException("a loaded file says how many years");
                }
                yield new Reach.To(from.plusYears(years).minusDays(1));
            }
            case REST_OF_SCHEME -> {
                var end = scheme.policy().effectiveTo();
                yield end == null ? new Reach.Open() : new Reach.To(end);
            }
        };
    }
}
