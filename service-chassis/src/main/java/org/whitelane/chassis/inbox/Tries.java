package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * A few tries with a short, growing back-off.
 *
 * @param limit how many
 * @param backOff before the second
 */
record Tries(int limit, Duration backOff) {

    private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

    /** Why the last try failed. */
    record GivenUp(String reason, int attempts) {}

    /**
     * Null when a try went well. Infrastructure that is away is thrown at once: then it is not
     * about this record.
     *
     * @param step undoes its own work when it throws
     */
    @Nullable GivenUp attempt(String what, Runnable step) {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return null;
            } catch (RuntimeException | Error e) {
                if (Failures.isInfrastructure(e)) {
                    throw e;
                }
                if (attempt == limit) {
                    LOG.warn("{} failed {} times and is parked", what, attempt, e);
                    return new GivenUp(Texts.reason(e.toString()), attempt);
                }
                pause(backOff.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            // the partition has to wait: a later record of it may be of the same aggregate
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopping", e);
        }
    }
}
