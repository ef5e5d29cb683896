package org.whitelane.gateway;

import org.apache.catalina.connector.ClientAbortException;
import org.whitelane.chassis.web.BodyTooSlow;

import java.util.function.Predicate;

/**
 * What a circuit breaker counts against a service. Bodies are passed on while they arrive, so a
 * caller who goes away in the middle, or is too slow, breaks the call too: ten of them must not
 * close the door to everybody.
 */
public final class ServiceFailed implements Predicate<Throwable> {

    private static final int DEEPEST = 20;

    @Override
    public boolean test(Throwable thrown) {
        Throwable cause = thrown;
        // a chain of causes may be a circle
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof ClientAbortException || cause instanceof BodyTooSlow) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }
}
