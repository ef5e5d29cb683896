package org.whitelane.chassis.journal;

import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventPayload;

import java.util.List;
import java.util.Optional;

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

    /**
     * What a correction takes back: the newest of the subject's events of these types, which share
     * a topic. To be asked under the aggregate's lock.
     */
    Optional<Supersedes> lastStatement(String subject, List<Class<? extends EventPayload>> types);
}
