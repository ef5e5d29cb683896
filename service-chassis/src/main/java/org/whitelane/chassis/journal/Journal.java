package org.whitelane.chassis.journal;

import org.whitelane.events.EventPayload;

/**
 * Writes down what happened, in the caller's transaction: state and event are saved together or not
 * at all. Publishing happens later and elsewhere.
 */
public interface Journal {

    /**
     * Appends a published event to the stream of its topic.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     * @throws EventTooLarge beyond 900 KB
     */
    void append(EventPayload event, PrivatePart privatePart);

    /**
     * Appends a change that publishes nothing to the service's internal stream, which is never
     * sent.
     */
    void append(InternalEvent event, PrivatePart privatePart);
}
