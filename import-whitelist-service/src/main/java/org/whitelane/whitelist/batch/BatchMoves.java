package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchAction.ABANDON;
import static org.whitelane.whitelist.batch.BatchAction.ADD;
import static org.whitelane.whitelist.batch.BatchAction.COMPLETE;
import static org.whitelane.whitelist.batch.BatchAction.FREEZE;
import static org.whitelane.whitelist.batch.BatchAction.HAND_BACK;
import static org.whitelane.whitelist.batch.BatchAction.OPEN;
import static org.whitelane.whitelist.batch.BatchAction.PUBLISH;
import static org.whitelane.whitelist.batch.BatchAction.RECALL;
import static org.whitelane.whitelist.batch.BatchAction.RELEASE;
import static org.whitelane.whitelist.batch.BatchAction.REMOVE;
import static org.whitelane.whitelist.batch.BatchAction.SCHEDULE;
import static org.whitelane.whitelist.batch.BatchAction.SIGN;
import static org.whitelane.whitelist.batch.BatchAction.TAKE_OVER;
import static org.whitelane.whitelist.batch.BatchAction.UNFREEZE;
import static org.whitelane.whitelist.batch.BatchStatus.ABANDONED;
import static org.whitelane.whitelist.batch.BatchStatus.ASSEMBLING;
import static org.whitelane.whitelist.batch.BatchStatus.FROZEN;
import static org.whitelane.whitelist.batch.BatchStatus.PUBLISHED;
import static org.whitelane.whitelist.batch.BatchStatus.SCHEDULED;
import static org.whitelane.whitelist.batch.BatchStatus.SIGNED;
import static org.whitelane.whitelist.batch.BatchStatus.TRANSFERRING;

import java.util.List;

/** The one table of what may happen to a batch; docs/lifecycles.md shows it and a test compares. */
final class BatchMoves {

    static final List<BatchMove> TABLE =
            List.of(
                    new BatchMove(null, OPEN, ASSEMBLING),
                    new BatchMove(ASSEMBLING, ADD, ASSEMBLING),
                    new BatchMove(ASSEMBLING, REMOVE, ASSEMBLING),
                    new BatchMove(ASSEMBLING, FREEZE, FROZEN),
                    new BatchMove(ASSEMBLING, ABANDON, ABANDONED),
                    new BatchMove(FROZEN, SIGN, FROZEN),
                    new BatchMove(FROZEN, SIGN, SIGNED),
                    new BatchMove(FROZEN, UNFREEZE, ASSEMBLING),
                    new BatchMove(FROZEN, ABANDON, ABANDONED),
                    new BatchMove(SIGNED, PUBLISH, PUBLISHED),
                    new BatchMove(SIGNED, SCHEDULE, SCHEDULED),
                    new BatchMove(SIGNED, UNFREEZE, ASSEMBLING),
                    new BatchMove(SIGNED, ABANDON, ABANDONED),
                    new BatchMove(SCHEDULED, RELEASE, PUBLISHED),
                    new BatchMove(SCHEDULED, HAND_BACK, ASSEMBLING),
                    new BatchMove(SCHEDULED, RECALL, SIGNED),
                    new BatchMove(SCHEDULED, ABANDON, ABANDONED),
                    new BatchMove(null, TAKE_OVER, TRANSFERRING),
                    new BatchMove(TRANSFERRING, COMPLETE, PUBLISHED));

    private BatchMoves() {}

    /** Where it may lead; empty when it is illegal. Only the last signature has a choice. */
    static List<BatchStatus> targets(BatchStatus from, BatchAction action) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.action() == action)
                .map(BatchMove::to)
                .toList();
    }

    /** What people can do. */
    static List<BatchAction> from(BatchStatus status) {
        return TABLE.stream()
                .filter(move -> move.from() == status)
                .map(BatchMove::action)
                .filter(action -> !action.who().roles().isEmpty())
                .distinct()
                .toList();
    }
}
