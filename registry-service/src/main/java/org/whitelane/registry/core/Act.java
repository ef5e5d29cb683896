package org.whitelane.registry.core;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and why.
 *
 * @param actor the credential's opaque id, or {@code system} for what the service does at its start
 */
public record Act(String actor, @Nullable String reason) {

    public static final Act SYSTEM = by("system");

    public static Act by(String actor) {
        return new Act(actor, null);
    }

    public Act because(@Nullable String why) {
        return new Act(actor, why);
    }
}
