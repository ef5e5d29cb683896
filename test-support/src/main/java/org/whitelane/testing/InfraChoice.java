package org.whitelane.testing;

import org.whitelane.testing.Availability.NotThere;
import org.whitelane.testing.Availability.There;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * The mode of this run.
 *
 * @param why for the line that the run prints
 */
record InfraChoice(InfraMode mode, String why) {

    /**
     * Looks no further than it must: a run that forces one mode never waits for the other's answer.
     */
    static InfraChoice of(
            InfraWish wish, Supplier<Availability> containers, Supplier<Availability> embedded) {
        return switch (wish) {
            case CONTAINERS -> forced(InfraMode.CONTAINERS, "containers", containers.get());
            case EMBEDDED -> forced(InfraMode.EMBEDDED, "embedded parts", embedded.get());
            case AUTO ->
                    switch (containers.get()) {
                        case There(String how) -> new InfraChoice(InfraMode.CONTAINERS, how);
                        case NotThere(String why, boolean _) -> second(why, embedded.get());
                    };
        };
    }

    private static InfraChoice forced(InfraMode mode, String name, Availability found) {
        return switch (found) {
            case There(String how) -> new InfraChoice(mode, "asked for; " + how);
            case NotThere(String why, boolean _) ->
                    throw new InfraMissing(
                            "The tests were to run on %s, which are not there: %s."
                                    .formatted(name, why));
        };
    }

    private static InfraChoice second(String whyNoContainers, Availability embedded) {
        return switch (embedded) {
            case There _ ->
                    new InfraChoice(InfraMode.EMBEDDED, "no containers: " + whyNoContainers);
            case NotThere(String why, boolean _) ->
                    throw new InfraMissing(
                            "The tests have nothing to run on. No containers: %s. No embedded parts: %s."
                                    .formatted(whyNoContainers, why));
        };
    }

    /** What the run says of itself. */
    String line() {
        return "Real parts: %s (%s)".formatted(mode.name().toLowerCase(Locale.ROOT), why);
    }
}
