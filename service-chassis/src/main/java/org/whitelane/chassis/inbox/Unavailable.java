package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A part the handler needs is away (SMTP, say): nothing is wrong with the event, so the consumer
 * waits and tries again for as long as it takes, and parks nothing.
 */
public class Unavailable extends RuntimeException {

    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
