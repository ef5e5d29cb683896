package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;

/**
 * What stays with the producer: who, why, and the change. Erasable without breaking any chain,
 * since the entry holds only its salted digest.
 *
 * @param actor an opaque id (the credential's), never a name
 * @param before the state before, serialised as JSON; null for a creation
 */
public record PrivatePart(
        String actor, @Nullable String reason, @Nullable Object before, @Nullable Object after) {

    public static PrivatePart by(String actor) {
        return new PrivatePart(actor, null, null, null);
    }

    public PrivatePart because(@Nullable String why) {
        return new PrivatePart(actor, why, before, after);
    }

    public PrivatePart change(@Nullable Object from, @Nullable Object to) {
        return new PrivatePart(actor, reason, from, to);
    }
}
