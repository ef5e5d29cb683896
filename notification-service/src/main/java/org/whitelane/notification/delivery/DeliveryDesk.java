package org.whitelane.notification.delivery;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The short transactions around sending. */
@Service
class DeliveryDesk {

    private final Queue queue;
    private final Attempts attempts;
    private final Marks marks;
    private final Contents contents;
    private final DeliverySettings settings;

    DeliveryDesk(
            Queue queue,
            Attempts attempts,
            Marks marks,
            Contents contents,
            DeliverySettings settings) {
        this.queue = queue;
        this.attempts = attempts;
        this.marks = marks;
        this.contents = contents;
        this.settings = settings;
    }

    /**
     * Lost attempts are declared first: a message is never sent again before its doubt is on
     * record.
     */
    @Transactional
    public List<Claimed> claim(String owner) {
        queue.declareUncertain();
        return queue.claim(owner, settings.batch(), settings.lease());
    }

    @Transactional
    public void declareUncertain() {
        queue.declareUncertain();
    }

    /**
     * Marks what was sent and says what will be: one commit for both, so that at most one mail is
     * ever in doubt per worker.
     */
    @Transactional
    public Optional<Begun> begin(String owner, Claimed message, Collection<Finished> finished) {
        finished.forEach(marks::mark);
        if (!queue.holds(owner, message.id())) {
            return Optional.empty();
        }
        var recipient = contents.recipientOf(message);
        if (recipient.isEmpty()) {
            attempts.cancel(message.id());
            return Optional.empty();
        }
        long attempt = attempts.begin(owner, message.id());
        return Optional.of(contents.fill(attempt, message, recipient.get()));
    }

    @Transactional
    public void settle(String owner, Collection<Finished> finished) {
        finished.forEach(marks::mark);
        queue.release(owner);
    }

    @Transactional
    public void renew(String owner) {
        queue.renew(owner, settings.lease());
    }
}
