package org.whitelane.chassis.security;

import org.jspecify.annotations.Nullable;

/** For edges that have no controller parameter. */
public final class Callers {

    private Callers() {}

    /** Null for an anonymous request. */
    public static @Nullable Caller current() {
        return CallerAuthentication.current();
    }
}
