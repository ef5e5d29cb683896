package org.whitelane.chassis.inbox;

/** The projection began anew: what this instance reads belongs to what was forgotten. */
final class StaleGeneration extends Unavailable {

    StaleGeneration(String consumer) {
        super("The projection %s is read from the beginning again.".formatted(consumer), null);
    }
}
