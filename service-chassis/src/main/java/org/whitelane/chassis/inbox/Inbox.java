package org.whitelane.chassis.inbox;

import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.inbox.InboxRows.Row;
import org.whitelane.chassis.inbox.Parked.Status;

import java.util.function.Supplier;

/**
 * Takes one record: applies it if it is its turn, drops it if it was applied before, parks it
 * otherwise. The effect and the version applied are one transaction under the lane's lock. It
 * throws only while a part is away; then nothing has happened.
 */
final class Inbox {

    private final TransactionTemplate transaction;
    private final InboxRows rows;
    private final Rebuilds rebuilds;
    private final ParkingLot lot;
    private final LaneQueue queue;
    private final Tries tries;

    Inbox(
            TransactionTemplate transaction,
            InboxRows rows,
            Rebuilds rebuilds,
            LaneQueue queue,
            Tries tries) {
        this.transaction = transaction;
        this.rows = rows;
        this.rebuilds = rebuilds;
        this.lot = queue.lot();
        this.queue = queue;
        this.tries = tries;
    }

    Tally take(InboxConsumer consumer, RawRecord raw) {
        return switch (RecordReader.read(raw)) {
            case Reading.Unplaced unplaced ->
                    transacted(() -> parkUnplaced(consumer, raw, unplaced));
            case Reading.Placed placed -> takePlaced(consumer, raw, placed);
        };
    }

    private Tally takePlaced(InboxConsumer consumer, RawRecord raw, Reading.Placed placed) {
        var done = new Tally[] {Tally.NOTHING};
        var givenUp =
                tries.attempt(
                        raw.where(), () -> done[0] = transacted(() -> step(consumer, raw, placed)));
        return givenUp == null
                ? done[0]
                : transacted(() -> parkFailed(consumer, raw, placed.place(), givenUp));
    }

    private Tally step(InboxConsumer consumer, RawRecord raw, Reading.Placed placed) {
        var place = placed.place();
        var lane = place.laneOf(consumer.name());
        var row = locked(consumer, lane, place);
        return switch (verdict(lane, row, place)) {
            case DUPLICATE -> Tally.DUPLICATE;
            case WAIT -> wait(lane, row, raw, place);
            case APPLY -> apply(consumer, lane, row, raw, placed);
        };
    }

    private Tally apply(
            InboxConsumer consumer, Lane lane, Row row, RawRecord raw, Reading.Placed placed) {
        return switch (placed) {
            case Reading.Event event -> {
                Handling.handle(consumer, event);
                yield advance(consumer, lane, row, Tally.APPLIED);
            }
            case Reading.UnknownType _ -> advance(consumer, lane, row, Tally.UNKNOWN);
            case Reading.Broken broken ->
                    park(
                            lane,
                            row,
                            raw,
                            broken.place(),
                            Status.FAILED,
                            new Tries.GivenUp(broken.reason(), 1));
        };
    }

    private Tally advance(InboxConsumer consumer, Lane lane, Row row, Tally tally) {
        var next = new Row(row.version() + 1, row.queued());
        if (next.queued() > 0) {
            return tally.plus(queue.drain(consumer, lane, next, false));
        }
        rows.save(lane, next);
        return tally;
    }

    /** Another instance may have been here since the last try, so the question is asked again. */
    private Tally parkFailed(
            InboxConsumer consumer, RawRecord raw, Place place, Tries.GivenUp why) {
        var lane = place.laneOf(consumer.name());
        var row = locked(consumer, lane, place);
        return switch (verdict(lane, row, place)) {
            case DUPLICATE -> Tally.DUPLICATE;
            case WAIT -> wait(lane, row, raw, place);
            case APPLY -> park(lane, row, raw, place, Status.FAILED, why);
        };
    }

    /** What an operator gave up before a rebuild is not waited for, or tried, once more. */
    private Row locked(InboxConsumer consumer, Lane lane, Place place) {
        var row = rows.lock(lane);
        rebuilds.requireCurrent(consumer);
        boolean rebuilding = row.version() == 0 && row.queued() > 0;
        return rebuilding || place.version() > row.version() + 1
                ? queue.passOver(lane, row, place.version())
                : row;
    }

    private Verdict verdict(Lane lane, Row row, Place place) {
        boolean blocked = row.queued() > 0 && lot.hasFailedAt(lane, row.version() + 1);
        return Verdict.of(row.version(), blocked, place.version());
    }

    private Tally wait(Lane lane, Row row, RawRecord raw, Place place) {
        var why = new Tries.GivenUp("waits for version " + (row.version() + 1), 0);
        return park(lane, row, raw, place, Status.WAITING, why);
    }

    private Tally park(
            Lane lane, Row row, RawRecord raw, Place place, Status status, Tries.GivenUp why) {
        if (!lot.add(lane, place.version(), raw, status, why)) {
            return Tally.DUPLICATE;
        }
        rows.save(lane, new Row(row.version(), row.queued() + 1));
        return Tally.PARKED;
    }

    private Tally parkUnplaced(InboxConsumer consumer, RawRecord raw, Reading.Unplaced unplaced) {
        var lane = new Lane(consumer.name(), raw.topic(), unplaced.name());
        var why = new Tries.GivenUp(unplaced.reason(), 1);
        return lot.add(lane, null, raw, Status.FAILED, why) ? Tally.PARKED : Tally.DUPLICATE;
    }

    private Tally transacted(Supplier<Tally> work) {
        return transaction.execute(_ -> work.get());
    }
}
