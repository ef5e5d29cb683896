package org.whitelane.gateway;

import org.whitelane.chassis.web.CallersFault;

import java.util.function.Predicate;

/**
 * What a circuit breaker counts against a service. Bodies are passed on while they arrive, so a
 * caller who goes away in the middle, or is too slow, breaks the call too, and so does a parameter
 * that is not allowed: ten of them must not close the door to everybody.
 */
public final class ServiceFailed implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable thrown) {
        return CallersFault.in(thrown) == null;
    }
}
