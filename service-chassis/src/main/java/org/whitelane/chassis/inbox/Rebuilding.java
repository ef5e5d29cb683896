package org.whitelane.chassis.inbox;

import org.springframework.transaction.support.TransactionTemplate;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The steps of a rebuild, each of which any instance may take, and take again. */
final class Rebuilding {

    private final TransactionTemplate transaction;
    private final InboxRows rows;
    private final Rebuilds rebuilds;
    private final GroupOffsets offsets;

    Rebuilding(
            TransactionTemplate transaction,
            InboxRows rows,
            Rebuilds rebuilds,
            GroupOffsets offsets) {
        this.transaction = transaction;
        this.rows = rows;
        this.rebuilds = rebuilds;
        this.offsets = offsets;
    }

    /**
     * Forgets and empties, in the caller's transaction. No record is being applied meanwhile, and
     * none is applied afterwards that was read before.
     */
    void begin(InboxConsumer consumer) {
        var projection = Objects.requireNonNull(consumer.projection());
        rows.lockAll(consumer.name());
        rebuilds.begin(consumer.name());
        rows.forget(consumer.name());
        projection.clear();
    }

    void goOn(InboxConsumer consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found = rebuilds.find(consumer.name());
        if (found.isEmpty()) {
            return;
        }
        switch (found.get().state()) {
            case READING -> read(consumer, found.get());
            case LOOKING_AGAIN -> tell(consumer, found.get());
            case DONE -> {}
        }
    }

    private void read(InboxConsumer consumer, Rebuild rebuild)
            throws InterruptedException, ExecutionException, TimeoutException {
        var generation = rebuild.generation();
        if (rebuilds.targets(generation).isEmpty()) {
            // after everything was forgotten: what was known then lies before these ends
            var ends = offsets.ends(GroupOffsets.partitions(consumer));
            transaction.executeWithoutResult(_ -> rebuilds.aim(generation, ends));
        }
        if (progress(consumer, rebuild).isWhole()) {
            transaction.executeWithoutResult(
                    _ -> {
                        // whoever applies a record as old news has committed
                        rows.lockAll(consumer.name());
                        rebuilds.move(generation, RebuildState.READING, RebuildState.LOOKING_AGAIN);
                    });
            goOn(consumer);
        }
    }

    private void tell(InboxConsumer consumer, Rebuild rebuild) {
        Objects.requireNonNull(consumer.projection()).rebuilt();
        rebuilds.move(rebuild.generation(), RebuildState.LOOKING_AGAIN, RebuildState.DONE);
    }

    RebuildProgress progress(InboxConsumer consumer, Rebuild rebuild)
            throws InterruptedException, ExecutionException, TimeoutException {
        var generation = rebuild.generation();
        return RebuildProgress.of(consumer, generation, rebuilds.targets(generation), offsets);
    }
}
