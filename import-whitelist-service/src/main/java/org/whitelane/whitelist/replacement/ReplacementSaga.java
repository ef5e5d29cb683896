package org.whitelane.whitelist.replacement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.batch.TransferPublication;
import org.whitelane.whitelist.request.Withdrawal;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Closings;

import java.time.Clock;
import java.util.Collection;

/**
 * Replaces a scheme step by step. Each step is a transaction of its own over one request or one
 * unit, under the lock of the scheme's closing, so that two instances never do the same; a process
 * that dies between or within steps leaves whole ones behind, and the next one goes on.
 */
@Service
class ReplacementSaga {

    private final Closings closings;
    private final Remaining remaining;
    private final Withdrawal withdrawal;
    private final UnitTransfer units;
    private final TransferPublication publication;

    ReplacementSaga(
            Closings closings,
            Remaining remaining,
            Withdrawal withdrawal,
            UnitTransfer units,
            TransferPublication publication) {
        this.closings = closings;
        this.remaining = remaining;
        this.withdrawal = withdrawal;
        this.units = units;
        this.publication = publication;
    }

    /**
     * @param waiting units that cannot be moved yet; those that turn out so are added
     */
    @Transactional
    public Step next(String scheme, Collection<String> waiting, Clock clock) {
        var found = closings.lockFree(scheme);
        if (found.isEmpty()) {
            return Step.BUSY;
        }
        var closing = found.get();
        var request = remaining.request(closing);
        if (request.isPresent()) {
            withdrawal.inTheApplicantsPlace(request.get(), closing.why());
            return Step.DONE;
        }
        var unit = remaining.unit(closing, waiting);
        if (unit.isEmpty()) {
            publication.publish(closing);
            finish(closing, waiting, clock);
            return Step.NOTHING_LEFT;
        }
        var moved = units.end(closing, unit.get());
        if (!moved) {
            waiting.add(unit.get());
        }
        return moved ? Step.DONE : Step.WAITS;
    }

    private void finish(Closing closing, Collection<String> waiting, Clock clock) {
        if (closing.finishedAt() == null && waiting.isEmpty()) {
            closings.finish(closing.scheme(), clock.instant());
        }
    }
}
