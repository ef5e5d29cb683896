package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.inbox.InboxRows.Row;
import org.whitelane.chassis.inbox.Parked.Status;

import java.util.List;

/**
 * Works a lane's parked records off in version order, in the caller's transaction and under the
 * lane's lock. Each record has a savepoint: one that fails is undone alone and stops the lane,
 * those before it stay applied.
 */
final class LaneQueue {

    private final TransactionTemplate savepoint;
    private final InboxRows rows;
    private final ParkingLot lot;
    private final Skips skips;
    private final Tries tries;

    LaneQueue(
            PlatformTransactionManager transactions,
            InboxRows rows,
            ParkingLot lot,
            Skips skips,
            Tries tries) {
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.rows = rows;
        this.lot = lot;
        this.skips = skips;
        this.tries = tries;
    }

    /**
     * Goes on until a version is missing or a record fails, and saves how far it came.
     *
     * @param reached the row as it should be, saved or not
     * @param replay whether a failed record gets another chance; without, it stops the lane
     */
    Tally drain(InboxConsumer consumer, Lane lane, Row reached, boolean replay) {
        var tally = Tally.NOTHING;
        long version = reached.version();
        while (true) {
            var head = lot.openAt(lane, version + 1);
            if (head.isEmpty()) {
                long passed = passed(lane, version);
                if (passed == version) {
                    break;
                }
                version = passed;
                continue;
            }
            var step = isBlocked(head, replay) ? null : applyAny(consumer, head);
            if (step == null) {
                break;
            }
            tally = tally.plus(step);
            version++;
        }
        lot.supersede(lane, version);
        rows.save(lane, new Row(version, lot.countBeyond(lane, version)));
        return tally;
    }

    /**
     * Where the lane stands once it has stepped over what an operator has discarded or given up; a
     * record that has arrived after all is not stepped over.
     *
     * @param arrived the version that has arrived
     */
    Row passOver(Lane lane, Row row, long arrived) {
        long version = row.version();
        while (version + 1 < arrived || lot.hasDiscardedAt(lane, version + 1)) {
            boolean open = !lot.openAt(lane, version + 1).isEmpty();
            long passed = open ? version : passed(lane, version);
            if (passed == version) {
                break;
            }
            version = passed;
        }
        return version == row.version() ? row : new Row(version, lot.countBeyond(lane, version));
    }

    private long passed(Lane lane, long version) {
        return lot.hasDiscardedAt(lane, version + 1) ? version + 1 : skips.lastAfter(lane, version);
    }

    ParkingLot lot() {
        return lot;
    }

    private static boolean isBlocked(List<Parked> head, boolean replay) {
        return !replay && head.stream().anyMatch(p -> p.status() == Status.FAILED);
    }

    /** Null when none of the records could be applied. */
    private @Nullable Tally applyAny(InboxConsumer consumer, List<Parked> head) {
        for (var parked : head) {
            var tally = apply(consumer, parked);
            if (tally != null) {
                return tally;
            }
        }
        return null;
    }

    /** Read anew: a release since may know more. */
    private @Nullable Tally apply(InboxConsumer consumer, Parked parked) {
        return switch (RecordReader.read(parked.raw())) {
            case Reading.Event event -> applyEvent(consumer, parked, event);
            case Reading.UnknownType _ -> {
                lot.resolve(parked.id(), Status.APPLIED, "unknown type, stepped over");
                yield Tally.UNKNOWN;
            }
            case Reading.Broken broken -> fail(parked, new Tries.GivenUp(broken.reason(), 1));
            case Reading.Unplaced unplaced -> fail(parked, new Tries.GivenUp(unplaced.reason(), 1));
        };
    }

    private @Nullable Tally applyEvent(InboxConsumer consumer, Parked parked, Reading.Event event) {
        var givenUp =
                tries.attempt(
                        parked.raw().where(),
                        () ->
                                savepoint.executeWithoutResult(
                                        _ -> Handling.handle(consumer, event)));
        if (givenUp != null) {
            return fail(parked, givenUp);
        }
        lot.resolve(parked.id(), Status.APPLIED, "applied in its turn");
        return Tally.APPLIED;
    }

    private @Nullable Tally fail(Parked parked, Tries.GivenUp why) {
        lot.failAgain(parked, why);
        return null;
    }
}
