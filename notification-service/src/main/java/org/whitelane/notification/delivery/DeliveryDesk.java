package org.whitelane.notification.delivery;

import io.github.resilience4j.core.IntervalFunction;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The short transactions around sending. */
@Service
class DeliveryDesk {

    private static final Duration LONGEST_DEFERRAL = Duration.ofHours(4);

    private final Queue queue;
    private final Attempts attempts;
    private final Contents contents;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliveryDesk(
            Queue queue,
            Attempts attempts,
            Contents contents,
            DeliverySettings settings,
            Clock clock) {
        this.queue = queue;
        this.attempts = attempts;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
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
        finished.forEach(this::mark);
        if (!queue.holds(owner, message.id())) {
            return Optional.empty();
        }
        var recipient = contents.recipientOf(message);
        if (recipient.isEmpty()) {
            attempts.cancel(message.id(), clock.instant());
            return Optional.empty();
        }
        long attempt = attempts.begin(owner, message.id(), clock.instant());
        return Optional.of(contents.fill(attempt, message, recipient.get()));
    }

    @Transactional
    public void settle(String owner, Collection<Finished> finished) {
        finished.forEach(this::mark);
        queue.release(owner);
    }

    @Transactional
    public void renew(String owner) {
        queue.renew(owner, settings.lease());
    }

    private void mark(Finished finished) {
        attempts.finish(finished, wait(finished.message().deferrals()), clock.instant());
    }

    private Duration wait(int deferrals) {
        var interval =
                IntervalFunction.ofExponentialRandomBackoff(
                        settings.deferral(), 2.0, 0.5, LONGEST_DEFERRAL);
        return Duration.ofMillis(interval.apply(deferrals + 1));
    }
}
