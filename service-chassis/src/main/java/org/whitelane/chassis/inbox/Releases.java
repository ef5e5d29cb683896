package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.inbox.InboxRows.Row;
import org.whitelane.chassis.inbox.Parked.Status;
import org.whitelane.chassis.web.Problem;

import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * What an operator can do with a parked record, in the caller's transaction and under the lane's
 * lock.
 */
final class Releases {

    private final InboxRows rows;
    private final ParkingLot lot;
    private final LaneQueue queue;
    private final Skips skips;

    Releases(InboxRows rows, ParkingLot lot, LaneQueue queue, Skips skips) {
        this.rows = rows;
        this.lot = lot;
        this.queue = queue;
        this.skips = skips;
    }

    Parked find(UUID id) {
        return lot.find(id).orElseThrow(() -> Problem.notFound("The parked record"));
    }

    /**
     * Works the lane's whole queue off in version order; the lane is open again when it is empty.
     */
    Tally replay(InboxConsumer consumer, Parked parked, LongPredicate expected) {
        if (parked.version() == null) {
            throw noReadableId();
        }
        var lane = parked.lane();
        var row = rows.lock(lane);
        require(find(parked.id()), expected);
        long next = row.version() + 1;
        if (lot.openAt(lane, next).isEmpty() && !lot.hasDiscardedAt(lane, next)) {
            throw Problem.conflict(
                    "version-missing",
                    "This record waits for version %d, which has not arrived.".formatted(next));
        }
        lot.record(parked.id(), "REPLAY", "by an operator");
        return queue.drain(consumer, lane, row, true);
    }

    /**
     * The lane goes on with this record: what is missing before it will never arrive, or is wanted
     * no more. Should it come after all, it is taken for a duplicate.
     */
    Tally skipTo(InboxConsumer consumer, Parked parked, String reason, LongPredicate expected) {
        if (parked.version() == null) {
            throw noReadableId();
        }
        var lane = parked.lane();
        var row = rows.lock(lane);
        require(find(parked.id()), expected);
        long next = row.version() + 1;
        if (lot.countBetween(lane, row.version(), parked.version()) > 0) {
            throw Problem.conflict(
                    "not-first",
                    "Other records of this aggregate lie before this one; skip to the first, or"
                            + " discard it.");
        }
        if (next == parked.version()) {
            throw Problem.conflict(
                    "nothing-missing", "No version is missing before this record; replay it.");
        }
        lot.record(
                parked.id(),
                "SKIPPED",
                "versions %d to %d: %s".formatted(next, parked.version() - 1, reason));
        skips.add(lane, row.version(), parked.version());
        return queue.drain(consumer, lane, new Row(parked.version() - 1, row.queued()), false);
    }

    /**
     * The lane goes on with the version after it.
     *
     * @param consumer null when the service has no such consumer any more
     */
    Tally discard(
            @Nullable InboxConsumer consumer,
            Parked parked,
            String reason,
            LongPredicate expected) {
        if (parked.version() == null) {
            require(lot.lock(parked.id()).orElseThrow(), expected);
            lot.resolve(parked.id(), Status.DISCARDED, reason);
            return Tally.NOTHING;
        }
        var lane = parked.lane();
        var row = rows.lock(lane);
        require(find(parked.id()), expected);
        lot.resolve(parked.id(), Status.DISCARDED, reason);
        if (consumer != null) {
            return queue.drain(consumer, lane, row, false);
        }
        rows.save(lane, new Row(row.version(), lot.countBeyond(lane, row.version())));
        return Tally.NOTHING;
    }

    private static Problem noReadableId() {
        return Problem.conflict(
                "no-readable-id",
                "This record has no readable id and version; it can only be discarded.");
    }

    private void require(Parked parked, LongPredicate expected) {
        long steps = lot.steps(parked.id());
        if (!expected.test(steps)) {
            throw Problem.versionMismatch(steps);
        }
        if (!parked.status().isOpen()) {
            throw Problem.conflict(
                    "already-resolved", "This record is %s already.".formatted(parked.status()));
        }
    }
}
